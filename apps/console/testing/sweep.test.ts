import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { clinicScreens, fillClinic } from "./clinic-screens.ts";
import { everyScreen, type ScreenRow } from "./every-screen.ts";
import { fillWorld } from "./fill-world.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const runsLongLanes = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!runsLongLanes)
  console.log("SKIP (npm run test:all runs it): every state of every screen, and what axe finds on it");

/** Goes to a screen of a page that is open. A visit to a blank address first makes it load anew. */
async function go(page: Page, place: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${desk.server().url}/console/#${place}`);
}

async function isWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

test("a server that breaks leaves no screen blank: each says so, keeps its ways, and comes back by a press", async () => {
  fillWorld(desk.server().world, Date.now());
  const page = await desk.openSignedIn("/calls");
  for (const { name, place, shown } of everyScreen) {
    desk.server().world.failWith = 403;
    await go(page, place);
    const again = page.getByRole("main").getByRole("button", { name: "Try again" }).first();
    await again.waitFor();
    expect(await page.locator(".cs-nav a").count(), name).toBeGreaterThan(5);

    desk.server().world.failWith = undefined;
    await tryAgain(page, shown);
  }
}, 240_000);

/** A broken server is asked again before it is said to be broken, which takes seconds a screen: not for every day. */
async function breaks({ place, shown, isForGood }: ScreenRow): Promise<void> {
  const { world } = desk.server();
  fillWorld(world, Date.now());
  const page = await desk.openSignedIn("/calls");
  world.failWith = 500;
  await go(page, place);
  const main = page.getByRole("main");
  await main.getByText("The server could not answer.").first().waitFor();
  await main.getByRole("button", { name: "Try again" }).first().waitFor();
  expect(await page.locator(".cs-nav a").count()).toBeGreaterThan(5);
  world.failWith = undefined;
  await tryAgain(page, shown);

  // What was once shown stays under a note that it may be old.
  world.failWith = 500;
  if (isForGood !== true) await returnUntilOld(page);
  expect(await page.locator(shown).first().isVisible()).toBe(true);
}

/** Presses every "Try again": a screen has one for each of its parts, and each goes away once its part is there. */
async function tryAgain(page: Page, shown: string): Promise<void> {
  const again = page.getByRole("main").getByRole("button", { name: "Try again" });
  await again.evaluateAll((all) => {
    for (const button of all.slice(1)) (button as HTMLElement).click();
  });
  await again.first().click();
  await page.locator(shown).first().waitFor();
}

/** Comes back to the page as from another tab until it says that what it shows may be old. */
async function returnUntilOld(page: Page): Promise<void> {
  const old = page.getByRole("main").getByText("What you see may be old.").first();
  await expect
    .poll(
      async () => {
        await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
        return old.isVisible();
      },
      { timeout: 90_000, interval: 500 },
    )
    .toBe(true);
}

const states: readonly (readonly [state: string, hold: (row: ScreenRow) => Promise<void>])[] = [
  ["empty", isEmpty],
  ["loading", isLoading],
  ["a server that breaks", breaks],
  ["offline", staysOffline],
  ["with a thousand rows", holdsMany],
  ["open to everybody", isOpenToAll],
];

for (const [state, hold] of states) {
  test.runIf(runsLongLanes).each(everyScreen)(`$name, ${state}`, (row) => hold(row), 240_000);
}

test.runIf(runsLongLanes).each(clinicScreens)(
  "$name, open to everybody",
  (row) => isOpenToAll(row, fillClinic),
  240_000,
);

async function isEmpty({ place, empty }: ScreenRow): Promise<void> {
  const page = await desk.openSignedIn("/calls");
  await go(page, place);
  if (empty !== undefined) await page.getByText(empty).first().waitFor();
  await expect.poll(() => page.locator(".rt-loading").count(), { timeout: 60_000 }).toBe(0);
  expect((await page.getByRole("main").innerText()).length).toBeGreaterThan(20);
}

async function isLoading({ place, shown }: ScreenRow): Promise<void> {
  fillWorld(desk.server().world, Date.now());
  const page = await desk.openSignedIn("/calls");
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.route("**/v1/**", async (route) => {
    const waits = isHeld && !/\/v1\/(session|live|notices)/.test(route.request().url());
    if (waits) await new Promise<void>((resolve) => held.push(resolve));
    return route.continue();
  });
  await go(page, place);
  await page.getByText("Loading…").first().waitFor();
  // The route stays: taken away, the browser would continue what waits, and the release would continue it once more.
  isHeld = false;
  for (const release of held) release();
  await page.locator(shown).first().waitFor();
  await page.unrouteAll({ behavior: "wait" });
}

async function staysOffline({ place, shown, isForGood }: ScreenRow): Promise<void> {
  fillWorld(desk.server().world, Date.now());
  const page = await desk.openSignedIn("/calls");
  await go(page, place);
  await page.locator(shown).first().waitFor();
  await page.context().setOffline(true);
  if (isForGood !== true) await returnUntilOld(page);
  expect(await page.locator(shown).first().isVisible()).toBe(true);
  expect(await page.locator(".cs-nav a").count()).toBeGreaterThan(5);
  await page.context().setOffline(false);
  await page.locator(shown).first().waitFor();
}

async function holdsMany({ place, shown, many, name }: ScreenRow): Promise<void> {
  if (many === undefined) return;
  many(desk.server().world);
  const page = await desk.openSignedIn("/calls");
  await go(page, place);
  await page.locator(shown).first().waitFor();
  expect(await isWide(page), `${name} is wider than a screen`).toBe(false);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await isWide(page), `${name} is wider than a phone`).toBe(false);
}

async function isOpenToAll({ place, shown, open }: ScreenRow, fillMore?: typeof fillClinic): Promise<void> {
  fillWorld(desk.server().world, Date.now());
  fillMore?.(desk.server().world);
  const page = await desk.openSignedIn("/calls");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await go(page, place);
    await page.locator(shown).first().waitFor();
    await open?.(page);
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
}
