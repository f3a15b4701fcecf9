import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("an address and a referrer say which rule fires; what is no address is said beside the field and stays", async () => {
  const page = await desk.openSignedIn("/sources");
  const address = page.getByLabel("Address of the page");
  await address.fill("not an address");
  await page.getByRole("button", { name: "Try" }).click();
  await page.getByRole("alert").getByText("This is no address of a web page.").waitFor();
  expect(await address.inputValue()).toBe("not an address");

  await address.fill("https://plumber.example/");
  await page.getByLabel("Referrer").fill("https://www.google.com/");
  await page.getByRole("button", { name: "Try" }).click();
  await page.getByRole("status").getByText("by rule 2, referrer_search").waitFor();
  expect(await page.locator(".rt-rules [aria-current]").innerText()).toContain("Organic search");
  expect(await findBarriers(page)).toEqual([]);
});
