import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const cardOf = (page: Page, name: string): Locator => page.getByRole("region", { name });

test("an owner sets a platform up, changes it without writing its keys again, and sees what it knows", async () => {
  const { world } = desk.server();
  world.conversions.push({
    id: "c1",
    platform: "google_ads",
    how: "api",
    call: "0199f3c2-0000-7000-8000-000000000001",
    at: "2026-11-25T10:00:00.000Z",
    click: "gclid",
    value: { amount: 40, currency: "USD" },
    state: "told",
  });
  const page = await desk.openSignedIn("/ad-platforms");
  const card = cardOf(page, "Told by their API");
  await card.getByText("Not set up").first().waitFor();
  await card.getByRole("button", { name: "Set up: Google Ads" }).click();
  await card.getByLabel("Customer ID").fill("12-34");
  await card.getByRole("button", { name: "Set up", exact: true }).click();
  await card.getByRole("alert").waitFor();
  expect(await card.getByLabel("Customer ID").getAttribute("aria-invalid")).toBe("true");
  await card.getByText("Write it as the platform shows it. Ten digits").waitFor();
  expect(await findBarriers(page)).toEqual([]);

  await card.getByLabel("Customer ID").fill("123-456-7890");
  await card.getByLabel("Conversion action ID").fill("987");
  for (const key of ["Developer token", "OAuth client ID", "OAuth client secret", "OAuth refresh token"]) {
    await card.getByLabel(key).fill("secret");
  }
  await card.getByLabel("At least so likely, in percent").fill("90");
  await card.getByLabel("Usual value of a call").fill("40");
  const currency = card.getByLabel("Currency");
  await currency.fill("U$");
  await card.getByRole("button", { name: "Set up", exact: true }).click();
  await card.getByRole("alert").waitFor();
  expect([await currency.getAttribute("aria-invalid"), await currency.inputValue()]).toEqual(["true", "U$"]);
  expect(await card.getByLabel("Whom a call counts for").getAttribute("aria-invalid")).not.toBe("true");
  await currency.fill("USD");
  await card.getByRole("button", { name: "Set up", exact: true }).click();
  await card.getByText("Told every quarter of an hour").waitFor();
  const policy = { weigh: "threshold", least: 0.9, leastTalkSeconds: 1, shareCaller: false };
  const usualValue = { amount: 40, currency: "USD" };
  expect(world.adPlatforms).toMatchObject([
    { platform: "google_ads", isOn: true, settings: { customerId: "1234567890", policy: { ...policy, usualValue } } },
  ]);

  await card.getByRole("button", { name: "Change: Google Ads" }).click();
  await card.getByLabel("Whom a call counts for").selectOption("share");
  await card.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => world.adPlatforms[0]?.settings["policy"]).toMatchObject({ weigh: "share", least: 0.9 });
  await card.getByRole("button", { name: "Switch off: Google Ads" }).click();
  await card.getByText("Switched off").waitFor();
  const row = cardOf(page, "What platforms know").getByRole("row").nth(1);
  expect(await row.textContent()).toContain("$40.00");

  const file = cardOf(page, "By file");
  await file.getByLabel("In whose template").selectOption("microsoft_ads");
  await file.getByLabel("Name of the conversion").fill("Phone call");
  await file.getByLabel("Usual value of a call").fill("forty");
  await file.getByRole("alert").getByText("Write an amount, such as 40.").waitFor();
  await file.getByLabel("Usual value of a call").fill("40");
  await file.getByLabel("Currency").fill("U$");
  await file.getByRole("alert").getByText("A code of three letters").waitFor();
  expect(await file.getByRole("link").count()).toBe(0);
  expect(await file.getByLabel("Currency").inputValue()).toBe("U$");
  await file.getByLabel("Currency").fill("USD");
  const last = await file.getByLabel("Last day").inputValue();
  await file.getByLabel("Last day").fill("2020-01-01");
  await file.getByRole("alert").getByText("the last not before the first").waitFor();
  await file.getByLabel("Last day").fill(last);
  const download = page.waitForEvent("download");
  await file.getByRole("link", { name: "Download the file (CSV)" }).click();
  const asked = new URL((await download).url());
  expect(asked.pathname).toBe("/v1/conversions.csv");
  expect(asked.searchParams.get("for")).toBe("microsoft_ads");
  expect(asked.searchParams.get("least")).toBe("0.8");
  expect(await findBarriers(page)).toEqual([]);
});

test("a person sets quiet hours of their own, and takes them back", async () => {
  const { world } = desk.server();
  const page = await desk.openSignedIn("/destinations");
  const card = cardOf(page, "Your own quiet hours");
  await card.getByText("owner@example.com").waitFor();
  await card.getByLabel("No mail from").fill("20:00");
  await card.getByRole("button", { name: "Save your quiet hours" }).click();
  await card.getByRole("alert").getByText("Write when it ends, or neither.").waitFor();
  expect(await card.getByLabel("No mail until").getAttribute("aria-invalid")).toBe("true");
  expect(await card.getByLabel("No mail from").inputValue()).toBe("20:00");
  await card.getByLabel("No mail until").fill("07:00");
  await card.getByLabel("Your time zone").fill("America/Chicago");
  await card.getByRole("button", { name: "Save your quiet hours" }).click();
  await expect.poll(() => world.quiet).toEqual({ from: "20:00", to: "07:00", timeZone: "America/Chicago" });
  await card.getByText("Saved.").waitFor();

  await card.getByLabel("No mail from").fill("");
  await card.getByLabel("No mail until").fill("");
  await card.getByRole("button", { name: "Save your quiet hours" }).click();
  await expect.poll(() => world.quiet).toBeUndefined();
});
