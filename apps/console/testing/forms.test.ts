import { aForm } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("forms stand with how whoever sent them came, and a thousand of them come page by page", async () => {
  const { forms } = desk.server().world;
  const page = await desk.openSignedIn("/forms");
  await page.getByText("No forms in these days").waitFor();
  forms.push(...Array.from({ length: 1_000 }, (_, nth) => aForm(nth)));
  await page.getByRole("radio", { name: "90 days" }).check({ force: true });
  const rows = page.getByRole("table").getByRole("row");
  await expect.poll(() => rows.count()).toBe(51);
  await page
    .getByRole("row", { name: /contact Bay Plumbing .* \/contact Paid search/ })
    .first()
    .waitFor();
  await page
    .getByRole("row", { name: /quote Bay Plumbing .* No visit known/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Earlier ones" }).click();
  await expect.poll(() => rows.count()).toBe(101);
  expect(await findBarriers(page)).toEqual([]);
});
