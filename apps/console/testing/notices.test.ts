import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const words = "Calls go to the phone that ends in 0166 now; they went to the one that ends in 0199.";

test("an owner is told above every screen that calls go elsewhere, until they say that they have seen it", async () => {
  desk.server().world.notices.push({
    action: "forwarding.changed",
    at: "2026-03-03T10:00:00.000Z",
    actor: "bob@example.com",
    words,
  });
  const page = await desk.openSignedIn("/numbers");

  const told = page.getByRole("region", { name: "For owners" });
  await told.getByText(words).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await told.getByRole("button", { name: "I have seen this" }).click();
  await told.waitFor({ state: "detached" });

  await page.reload();
  await page.locator(".cs-nav").waitFor();
  expect(await page.getByText(words).count()).toBe(0);
});

test("whom nobody has anything to tell sees no empty box", async () => {
  const page = await desk.openSignedIn();

  await page.getByRole("heading", { name: "Calls", exact: true }).waitFor();
  expect(await page.getByRole("region", { name: "For owners" }).count()).toBe(0);
});
