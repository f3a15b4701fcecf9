import { aStereoSound } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const cardOf = (page: Page): Locator => page.getByRole("region", { name: "What callers are told" });

async function openCard(): Promise<{ readonly page: Page; readonly card: Locator }> {
  const page = await desk.openSignedIn("/recording-consent");
  const card = cardOf(page);
  await card.getByLabel("Callers hear").waitFor();
  return { page, card };
}

test("an owner writes the words, adds others for a place, uploads their own voice and hears it", async () => {
  const { page, card } = await openCard();
  const before = desk.server().world.flow;
  await card.getByLabel("Callers hear").fill("Good day. This call is recorded.");

  await card.getByLabel("Other words where the rule of this place decides").selectOption("US-WA");
  const washington = card.getByRole("group", { name: "Where the rule of Washington decides" });
  await washington.getByLabel("Callers hear").fill("In Washington, this call is recorded.");
  await washington.getByLabel("Language").selectOption("es-US");

  const file = (name: string, buffer: Uint8Array) => ({ name, mimeType: "audio/wav", buffer: Buffer.from(buffer) });
  const chooser = card.locator("input[type=file]").first();
  await chooser.setInputFiles(file("notice.wav", Buffer.from("no sound")));
  await card.getByText("This file cannot be read as a sound.").waitFor();
  await chooser.setInputFiles(file("notice.wav", aStereoSound(30)));
  const listen = card.getByRole("button", { name: "Listen", exact: true }).first();
  await listen.waitFor();
  const asked = desk.server().world.linksMade;
  // The link that came with the list has died of old age: a fresh one is asked for at the press.
  desk.server().world.linksExpired = asked;
  await listen.click();
  await card.getByRole("button", { name: "Pause" }).waitFor();
  expect(desk.server().world.linksMade).toBe(asked + 1);
  await card.getByRole("button", { name: "Pause" }).click();

  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Saved. The next call hears it.").waitFor();
  expect(desk.server().world.flow).toEqual({
    ...before,
    announcement: {
      ...before?.announcement,
      text: "Good day. This call is recorded.",
      sound: desk.server().world.sounds[0]?.sha256,
    },
    placeWordings: [
      {
        place: "US-WA",
        announcement: {
          ...before?.announcement,
          text: "In Washington, this call is recorded.",
          language: "es-US",
        },
      },
    ],
  });

  await page.reload();
  await card.getByText("In Washington, this call is recorded.").waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await findBarriers(page)).toEqual([]);
});

test("the notice is switched off only with a reason and a name, and nothing typed is lost on the way", async () => {
  const { page, card } = await openCard();
  const tell = card.getByRole("checkbox", { name: "Tell callers before a call is recorded" });
  const save = card.getByRole("button", { name: "Save" });
  await card.getByLabel("Callers hear").fill("We record this call.");
  await tell.uncheck();
  await card.getByLabel("Who decided it").fill("Ann Owner");
  await save.click();

  const reason = card.getByLabel("Why callers are not told");
  await card.getByRole("alert").getByText("Write why callers are not told").waitFor();
  await card.getByLabel("Callers hear").fill("We record your call.");
  expect(await reason.getAttribute("aria-invalid")).toBe("true");
  expect(await card.getByLabel("Who decided it").inputValue()).toBe("Ann Owner");
  expect(await card.getByLabel("Callers hear").inputValue()).toBe("We record your call.");
  expect(desk.server().world.flow?.silence).toBeUndefined();
  expect(await findBarriers(page)).toEqual([]);

  await reason.fill("Only our own offices call here");
  await save.click();
  await card.getByText("Silent where that is lawful").waitFor();
  expect(desk.server().world.flow?.silence).toEqual({ reason: "Only our own offices call here", author: "Ann Owner" });

  await tell.check();
  await save.click();
  await card.getByText("Callers are told", { exact: true }).waitFor();
  expect(desk.server().world.flow?.silence).toBeUndefined();
});

test("a lost network while saving says so, keeps what was typed, and the next press saves it", async () => {
  const { page, card } = await openCard();
  await card.getByLabel("Callers hear").fill("We record this call.");
  await page.context().setOffline(true);
  await card.getByRole("button", { name: "Save" }).click();
  await card.locator(".components-notice", { hasText: "What you wrote is still here" }).waitFor();

  await page.context().setOffline(false);
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Saved. The next call hears it.").waitFor();
  expect(desk.server().world.flow?.announcement.text).toBe("We record this call.");
});

test("an account without a site is told that the first one brings its announcement", async () => {
  desk.server().world.flow = undefined;
  const page = await desk.openSignedIn("/recording-consent");

  await cardOf(page).getByText("No sites yet.").waitFor();
});
