import { aPool, aRentedNumber, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("a number is searched, its price is seen before it is rented, and the wizard says what to do with it", async () => {
  const { carrier, pools } = desk.server().world;
  pools.push(aPool(new Date()));
  carrier.priceNow = 200;
  const page = await desk.openSignedIn("/numbers");
  await page.getByText("Your 8 numbers lose").waitFor();
  await page.getByText("That is enough").waitFor();
  const card = page.getByRole("region", { name: "Numbers at the carrier" });
  const form = card.locator("details").first();
  await form.getByText("Rent a number", { exact: true }).click();
  await form.getByLabel("Area code").fill("51");
  await form.getByRole("button", { name: "Search" }).click();
  await form.getByRole("alert").getByText("Write three digits").waitFor();
  expect(await form.getByLabel("Area code").inputValue()).toBe("51");
  await form.getByLabel("Area code").fill("510");
  await form.getByRole("button", { name: "Search" }).click();
  await form.getByRole("radio", { name: /\(415\) 555-0202/ }).check();
  await form.getByLabel("What it is for").selectOption("source");
  await form.getByLabel("What to call it").fill("Profile");
  await form.getByRole("button", { name: "Rent (415) 555-0202 for $1.15 a month" }).click();
  await form.getByText("The number costs more now").waitFor();
  expect([carrier.rented.length, await form.getByLabel("What to call it").inputValue()]).toEqual([0, "Profile"]);
  carrier.priceNow = undefined;
  await form.getByRole("button", { name: "Rent (415) 555-0202 for $1.15 a month" }).click();
  await form.getByText("is yours. Make it the primary phone of the profile").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
});

test("a number is imported and given back, and one that is called although nobody is shown it is flagged", async () => {
  const { carrier, pools } = desk.server().world;
  pools.push(aPool(new Date()));
  const stray = aRentedNumber(1, { e164: "+14155550107" });
  carrier.rented = [stray, ...Array.from({ length: 40 }, (_, nth) => aRentedNumber(nth + 2))];
  const lastAt = new Date().toISOString();
  carrier.pollution = [{ e164: stray.e164, connection: stray.connection, why: "unvisited", calls: 3, lastAt }];
  const page = await desk.openSignedIn("/numbers");
  await page.locator(".rt-number").getByText("flagged").waitFor();
  await page.getByRole("region", { name: "Called although" }).getByText("3 calls").waitFor();
  const card = page.getByRole("region", { name: "Numbers at the carrier" });
  await card.getByText("Flagged", { exact: true }).waitFor();
  expect(await card.locator(".rt-change").count()).toBe(25);
  await card.getByRole("button", { name: "More numbers" }).click();
  await expect.poll(() => card.locator(".rt-change").count()).toBe(41);
  const asked = desk.server().requests.filter(({ line }) => line.startsWith("GET /v1/numbers"));
  expect(asked.every(({ line }) => line.includes("limit=25"))).toBe(true);

  await card.getByText("Import a number").click();
  await card.getByLabel("The number").fill("12");
  await card.getByRole("button", { name: "Import it" }).click();
  await card.getByRole("alert").getByText("This is no phone number.").waitFor();
  await card.getByLabel("The number").fill("+14155550999");
  await card.getByRole("button", { name: "Import it" }).click();
  await card.getByText("(415) 555-0999 is in use.").waitFor();
  await card.getByRole("button", { name: "Give back: (415) 555-0107" }).click();
  await card.getByRole("button", { name: "Give it back" }).click();
  await card.getByText("Its calls still reach the business until").waitFor();
});

test("what an exhausted pool does is chosen on its card, and says what it means", async () => {
  const { pools } = desk.server().world;
  pools.push(aPool(new Date()));
  const page = await desk.openSignedIn("/numbers");
  const choice = page.getByRole("group", { name: "When every number is held" });
  await choice.getByRole("radio", { name: /^Let two visits share one/, checked: true }).waitFor();
  await choice.getByRole("radio", { name: /^Never share one/ }).click();
  await choice.getByRole("radio", { name: /^Never share one/, checked: true, disabled: false }).waitFor();
  expect(pools[0]?.exclusive).toBe(true);
});

test("pools come page by page", async () => {
  const { pools } = desk.server().world;
  const pool = aPool(new Date());
  for (let nth = 1; nth <= 12; nth += 1) pools.push({ ...pool, id: callId(nth), name: `Pool ${nth}` });
  const page = await desk.openSignedIn("/numbers");
  await expect.poll(() => page.locator(".rt-pool").count()).toBe(10);
  await page.getByRole("button", { name: "More pools" }).click();
  await expect.poll(() => page.locator(".rt-pool").count()).toBe(12);
  expect(desk.server().requests.some(({ line }) => line.startsWith("GET /v1/pools?limit=10"))).toBe(true);
});
