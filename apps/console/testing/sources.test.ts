import { anAnsweredCall } from "@ringtrail/admin-screens/testing";
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

test("any number of models stand side by side with what each moved, and all add up to the same calls", async () => {
  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn("/sources");
  const table = page.getByRole("region", { name: "Models side by side" }).getByRole("table");
  await table.getByRole("row", { name: /^Paid search 41.5.* 49.5 \+8/ }).waitFor();
  await table.getByRole("row", { name: "Together 100 calls 100 calls" }).waitFor();

  await page.getByRole("checkbox", { name: /^Shapley/ }).check();
  await page.getByRole("checkbox", { name: /^Linear/ }).check();
  await table.getByRole("row", { name: "Together 100 calls 100 calls 100 calls 100 calls" }).waitFor();
  await table.getByRole("row", { name: /^Paid search 41.5.* 49.5 \+8.* 41.5 ±0.* 41.5 ±0/ }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(await findBarriers(page)).toEqual([]);

  // One always stays: a table of no model says nothing.
  for (const name of [/^Last, not direct/, /^First/, /^Shapley/]) await page.getByRole("checkbox", { name }).uncheck();
  expect(await page.getByRole("checkbox", { name: /^Linear/ }).isDisabled()).toBe(true);
  await expect.poll(() => table.getByRole("columnheader").allInnerTexts()).toEqual(["Channel", "Linear"]);
});

test("a report of costs is shown before it is kept; what of it cannot be read is said and the report stays chosen", async () => {
  const { world } = desk.server();
  const page = await desk.openSignedIn("/sources");
  const card = page.getByRole("region", { name: "What ads cost" });
  const choose = async (text: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await card.getByRole("button", { name: "Choose a report (CSV)…" }).click();
    await (await chooser).setFiles({ name: "bill.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  await choose("name,phone\nAnn,1\n");
  await card.getByText("No row of this file names a column for the day and one for the cost.").waitFor();
  await choose("Day,Cost\n2026-11-01,12.50\n2026-11-02,12.50\nsoon,1\n");
  await card.getByText("2 rows over $25.00, Nov 1, 2026 to Nov 2, 2026.").waitFor();
  await card.getByText("Line 4: There is no day in it.").waitFor();
  expect(world.costRows).toBe(0);

  await card.getByText("If the report leaves something out").click();
  const currency = card.getByLabel("Currency");
  await currency.fill("U$");
  await card.getByRole("button", { name: "Look at it again" }).click();
  await card.getByRole("alert").getByText("A code of three letters, such as USD.").waitFor();
  expect([await currency.getAttribute("aria-invalid"), await currency.inputValue()]).toEqual(["true", "U$"]);
  expect(await card.getByLabel("Source").getAttribute("aria-invalid")).toBeNull();
  expect(await card.getByText("bill.csv").count()).toBe(1);
  await currency.fill("usd");
  await card.getByRole("button", { name: "Look at it again" }).click();
  await card.getByText("2 rows over $25.00, Nov 1, 2026 to Nov 2, 2026.").waitFor();

  await card.getByRole("button", { name: "Keep these costs" }).click();
  await card.getByText("Kept: 2 lines are new, and 0 say anew what they said.").waitFor();
  expect(world.costRows).toBe(2);
  expect(await findBarriers(page)).toEqual([]);
});
