import { aPool } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const step = (page: Page, title: RegExp): Locator => page.getByRole("region", { name: title });
const boxes = (page: Page): Promise<readonly string[]> => page.locator("[data-box] text").allTextContents();

async function openFlow(): Promise<Page> {
  const page = await desk.openSignedIn("/call-flows");
  await page.getByLabel("Business phone").waitFor();
  return page;
}

test("an owner builds a flow, sees it drawn, is told beforehand what the carrier cannot do, and saves it", async () => {
  const page = await openFlow();
  expect(await boxes(page)).toEqual(["1. Keypad menu", "2. Goodbye"]);

  const addStep = async (kind: string): Promise<void> => {
    await page.getByLabel("A new step").selectOption({ label: kind });
    await page.getByRole("button", { name: "Add step" }).click();
  };
  await addStep("Ring phones");
  await step(page, /Ring phones/)
    .getByText("Nobody gets here yet")
    .waitFor();
  const menu = step(page, /Keypad menu/);
  await menu.getByRole("button", { name: "Add a key" }).click();
  await menu.getByLabel("Key 1").selectOption({ label: "3. Ring phones" });
  await expect.poll(() => boxes(page)).toEqual(["1. Keypad menu", "2. Ring phones", "3. Goodbye"]);
  const ring = step(page, /Ring phones/);
  await ring.getByLabel("Phone 1").fill("+1 (415) 555-0142");
  await ring.getByLabel("Nobody answered").selectOption({ label: "3. Goodbye" });

  await addStep("Text to the caller");
  const text = step(page, /Text to the caller/);
  await text.getByLabel("The text").fill("Sorry we missed you.");
  await text.getByText("asterisk cannot send texts.").waitFor();
  expect(desk.server().world.flow?.steps?.first).toBe("menu");
  expect(await boxes(page)).toContain("⚠ 1. Text to the caller");
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findBarriers(page)).toEqual([]);

  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. The next call goes through it.").waitFor();
  const { steps, announcement } = desk.server().world.flow ?? {};
  expect(announcement?.refusalKey).toBe("9");
  expect(steps).toMatchObject({
    first: "text",
    all: {
      text: { next: "menu", text: "Sorry we missed you." },
      menu: { choices: { "1": "ring" }, otherwise: "end" },
      ring: { phones: [{ phone: "+14155550142" }], unanswered: "end" },
    },
  });
  await page.getByText("asterisk cannot send texts.").waitFor();

  await text.getByRole("button", { name: "Remove step" }).click();
  await expect.poll(() => page.getByText("asterisk cannot send texts.").count()).toBe(0);
  expect(await boxes(page)).toEqual(["1. Keypad menu", "2. Ring phones", "3. Goodbye"]);
});

test("what is wrong stands beside its field, nothing typed is lost, and a lost network is told", async () => {
  const page = await openFlow();
  const menu = step(page, /Keypad menu/);
  const save = page.getByRole("button", { name: "Save" });
  await menu.getByLabel("Callers hear").fill("");
  await menu.getByLabel("Waits for a key, seconds").fill("9");
  await save.click();

  await menu.getByRole("alert").getByText("Write what callers hear").waitFor();
  expect(await menu.getByLabel("Callers hear").getAttribute("aria-invalid")).toBe("true");
  expect(await menu.getByLabel("Waits for a key, seconds").inputValue()).toBe("9");
  expect(await findBarriers(page)).toEqual([]);

  await menu.getByLabel("Callers hear").fill("Press a key.");
  await page.context().setOffline(true);
  await save.click();
  await page.locator(".components-notice", { hasText: "What you wrote is still here" }).waitFor();
  await page.context().setOffline(false);
  await save.click();
  await page.getByText("Saved. The next call goes through it.").waitFor();
  expect(desk.server().world.flow?.steps?.all["menu"]).toMatchObject({
    timeoutSeconds: 9,
    words: { text: "Press a key." },
  });
});

test("what was written outlives a reload, as a fresh sign-in needs one, until it is discarded", async () => {
  const page = await openFlow();
  await page.getByLabel("Business phone").fill("+1 510 555 0177");
  await page.getByText("Not saved yet").waitFor();

  await page.reload();
  await page.getByText("Not saved yet").waitFor();
  expect(await page.getByLabel("Business phone").inputValue()).toBe("+1 510 555 0177");
  await page.getByRole("button", { name: "Discard" }).click();
  expect(await page.getByLabel("Business phone").inputValue()).toBe("+15105550199");

  await page.reload();
  await page.getByLabel("Business phone").waitFor();
  expect(await page.getByText("Not saved yet").count()).toBe(0);
});

test("a press on the picture leads to the step's fields", async () => {
  const page = await openFlow();
  await page.locator('[data-box="menu"]').click();

  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-step]")?.getAttribute("data-step")))
    .toBe("menu");
});

test("a test call rings the fake carrier's number, and a number of a real carrier is called by hand", async () => {
  desk.server().world.pools.push({ ...aPool(new Date()), site: "5e000000-0000-4000-8000-000000000001" });
  const page = await openFlow();
  const card = page.getByRole("region", { name: "Test call" });
  await card.getByRole("button", { name: "Ring it" }).click();
  await card.getByRole("link", { name: "It rings: see it among the calls." }).waitFor();

  const [, pooled] = await card.locator("option").allTextContents();
  await card.getByLabel("Number").selectOption({ index: 1 });
  await card.getByRole("button", { name: "Ring it" }).click();
  await card.getByText(`This number is at a real carrier: call ${pooled} from any phone.`).waitFor();
});

test("an account without a site is told that the first one brings its flow, and a flow without steps rings at once", async () => {
  desk.server().world.flow = undefined;
  const page = await desk.openSignedIn("/call-flows");
  await page.getByText("The first one brings its flow with it").waitFor();

  desk.server().world.flow = {
    destination: "+15105550199",
    ringSeconds: 30,
    announcement: { text: "Recorded.", language: "en-US" },
    recordingWanted: true,
  };
  await page.reload();
  await page.getByText("The business rings at once.").waitFor();
  await page.getByRole("button", { name: "Use steps" }).click();
  expect(await boxes(page)).toEqual(["1. Ring phones"]);
  expect(
    await step(page, /Ring phones/)
      .getByLabel("Phone 1")
      .inputValue(),
  ).toBe("+15105550199");
});
