import { aPool, aRingingCall, anAnsweredCall, anAuditEntry, callId } from "@ringtrail/admin-screens/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

const fact = (page: Page, name: string): Promise<string | null> =>
  page.locator(`[data-fact="${name}"] dd`).first().textContent();

test("source, keyword, pages and confidence appear on the open page while the call still rings", async () => {
  const rangAt = new Date();
  const unjudged = { match: undefined, matchKind: undefined, confidence: undefined, touch: undefined, pages: [] };
  desk.server().tell(aRingingCall(1, rangAt, unjudged));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  await page.getByText("Working it out…").waitFor();

  desk.server().tell(aRingingCall(1, rangAt));
  await page.getByText("Tapped the number 4 seconds before the ring").waitFor();

  expect(await page.locator(".rt-call-title").textContent()).toContain("Ringing");
  expect(await fact(page, "source")).toBe("google / cpc");
  expect(await fact(page, "keyword")).toBe("emergency plumber");
  expect(await fact(page, "confidence")).toBe("86%");
  const pages = page.getByRole("region", { name: "Pages before the call" }).locator("li");
  expect((await pages.allTextContents()).map((text) => /\/demo\S*?(?=\d)/.exec(text)?.[0])).toEqual([
    "/demo",
    "/demo/services",
    "/demo/contact",
  ]);
});

test("the caller is masked, and the recording decision stands with its authorities", async () => {
  desk.server().tell(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);

  await page.getByRole("heading", { name: "+1•••••••••34" }).waitFor();
  const decision = page.getByRole("region", { name: "May it be recorded?" });
  expect(await decision.textContent()).toContain("Announce first, then record.");
  expect(await decision.textContent()).toContain("The strictest place is California");
  expect(await decision.textContent()).toContain("Cal. Penal Code §§ 631, 632");
  await decision.getByText("3 proofs").click();
  await decision.getByText("Notice heard").waitFor();
});

test("a recording is asked for at the first press and plays from any place", async () => {
  desk.server().tell(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  const place = page.getByRole("slider", { name: "Place in the recording" });
  expect(desk.server().world.linksMade).toBe(0);

  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await place.fill("20000");
  // Further than where it was put: it really plays from there.
  await page.getByText(/^0:2[1-9] \/ 0:30$/).waitFor();
  expect(desk.server().world.linksMade).toBe(1);
});

test("who listened to a recording is asked for when it is opened, and only by whoever may see the log", async () => {
  const call = anAnsweredCall(1, new Date());
  desk.server().tell(call);
  const { settings } = desk.server().world;
  const object = call.recording?.id ?? "";
  settings.audit.push(
    ...Array.from({ length: 12 }, (_, nth) => anAuditEntry(20 - nth, { action: "recording.played", object })),
    anAuditEntry(1, { action: "recording.played", object: "another", actor: "cli" }),
  );
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  const card = page.getByRole("region", { name: "Recording", exact: true });
  await card.getByText("Who listened to it").click();
  await card.getByText("owner@example.com").first().waitFor();
  expect(await card.locator(".rt-known").count()).toBe(10);
  await card.getByRole("button", { name: "Earlier ones" }).click();
  await expect.poll(() => card.locator(".rt-known").count()).toBe(12);
  expect(await findBarriers(page)).toEqual([]);

  settings.session = { ...settings.session, role: "agent", scopes: ["calls:read", "callers:read", "recordings:play"] };
  await page.reload();
  await page.getByRole("button", { name: "Play" }).waitFor();
  await expect.poll(() => desk.server().requests.filter(({ line }) => line.startsWith("GET /v1/session")).length > 1);
  expect(await card.getByText("Who listened to it").count()).toBe(0);
});

test("a person who may not listen is told so", async () => {
  desk.server().tell(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  await page.getByRole("button", { name: "Play" }).waitFor();
  desk.server().world.failWith = 403;
  await page.getByRole("button", { name: "Play" }).click();

  await page.locator(".components-notice", { hasText: "You may not listen to this recording." }).waitFor();
});

test("a recording whose link is refused at once says so and can be tried again", async () => {
  desk.server().tell(anAnsweredCall(1, new Date()));
  desk.server().world.linksExpired = 1;
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  await page.getByRole("button", { name: "Play" }).click();
  await page.locator(".components-notice", { hasText: "could not be played" }).waitFor();

  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
});

test("a call of another account is a sentence, not a blank page", async () => {
  const page = await desk.openSignedIn(`/calls/${callId(99)}`);

  await page.getByText("This does not exist.").waitFor();
  await page.getByRole("link", { name: "All calls" }).click();
  await page.getByText("No calls yet").waitFor();
});

test("every number shows where it is in its life", async () => {
  desk.server().world.pools.push(aPool(new Date()));
  const page = await desk.openSignedIn("/numbers");
  await page.locator(".rt-number").first().waitFor();

  const states = await page.locator(".rt-number").evaluateAll((tiles) => tiles.map((tile) => tile.dataset["state"]));
  expect(new Set(states)).toEqual(new Set(["active", "provisional", "grace", "resting", "free", "source"]));
  expect(await page.locator(".rt-pool").textContent()).toContain("4 of 8 numbers lent");
  expect(await page.locator(".rt-pool").textContent()).toContain("1% of visits find no number of their own");
});
