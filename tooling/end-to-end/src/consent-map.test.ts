import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@tooling/harness";
import type { FakeCallReport } from "@ringtrail/telephony/fake";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConsole, openNewestCall, recordingLink } from "./console.ts";
import { callReport, placeCall } from "./fake-call.ts";
import { hear } from "./recording-sound.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";
import { acceptConsent, adLanding, numberShown, openShop, toE164 } from "./visit-shop.ts";

/** New York asks for nothing; the plumber in California, who answers, must tell everybody. */
const caller = "+12125550188";
const notice = "This call will be recorded for training and quality assurance purposes.";

let folder = "";
let ringtrail: Ringtrail;
let browser: Browser;
let owner: Page;
let call = "";
let report: FakeCallReport;
let foretold = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ringtrail-consent-map-"));
  ringtrail = await startRingtrail({ dataFolder: folder });
  browser = await launchBrowser();
  owner = await openConsole(browser, ringtrail.ownerLink);
});

afterAll(async () => {
  await browser?.close();
  await ringtrail?.process.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the map answers for the plumber's own place, from the law itself", async () => {
  await owner.getByRole("link", { name: "Recording consent" }).click();
  const map = owner.getByRole("listbox", { name: "Map of the United States" });
  await map.waitFor();

  expect(await map.getByRole("option").count()).toBe(56);
  const newYork = await map.getByRole("option", { name: "New York (NY): " }).getAttribute("aria-label");
  expect(newYork).toContain("New York (NY): Announce. The law of California decides: where you do business.");
  expect(newYork).toContain("N.Y. Penal Law");
  const washington = await map.getByRole("option", { name: "Washington (WA): " }).getAttribute("aria-label");
  expect(washington).toContain("Announce, inside the recording too.");
});

test("asked about a caller before they call, it says what will be done, why, and by which law", async () => {
  await owner.getByLabel("Caller's number").fill(caller);
  await owner.getByLabel("Caller's number").press("Enter");
  const decision = owner.locator(".rt-decision");
  await decision.getByText("New York, where the caller may be (hinted at by the number)").waitFor();
  foretold = (await decision.getByRole("heading").first().textContent()) ?? "";

  expect(foretold).toBe("Announce first, then record.");
  const words = (await decision.textContent()) ?? "";
  expect(words).toContain("The law of California decides: where you do business.");
  expect(words).toContain("Cal. Penal Code");
  expect(words).toMatch(/Rule set current \d+\.\d+\.\d+, as of \d{4}-\d\d\. Facts with citations, not legal advice\./);
  expect(words).toMatch(/[0-9a-f]{64}/);
});

test("the list of 2017 and the law of today differ in nine places", async () => {
  const diff = owner.getByRole("region", { name: "What changed between two rule sets" });

  await diff.getByText("Added: 8").waitFor();
  await diff.getByText("Removed: 1").waitFor();
  expect(await diff.locator("details[open] .rt-change strong").allTextContents()).toEqual([
    "American Samoa",
    "Delaware",
    "Guam",
    "Michigan",
    "Northern Mariana Islands",
    "Nevada",
    "Puerto Rico",
    "U.S. Virgin Islands",
    "Hawaii",
  ]);
});

test("the call hears the notice to its end, and is recorded only afterwards", async () => {
  const visitor = await openShop(browser, ringtrail.url, adLanding);
  await acceptConsent(visitor);
  const to = toE164((await numberShown(visitor)).text);
  await owner.getByRole("link", { name: "Calls", exact: true }).click();
  report = await callReport(
    ringtrail.fakeCarrier,
    await placeCall(ringtrail.fakeCarrier, { to, from: caller, talkSeconds: 4 }),
  );
  call = await openNewestCall(owner);

  const heard = report.heard.caller.find(({ text }) => text?.includes(notice));
  expect(heard?.what).toMatch(/speech|played/);
  // The carrier asked how to go on, and with it for the recording, after the notice had ended and not before.
  const goesOn = report.documents.find(({ why }) => why === "gather");
  expect(report.documents.flatMap(({ verbs, atMs }) => (verbs.includes("Gather") ? [atMs] : []))[0]).toBeLessThan(
    heard?.fromMs ?? 0,
  );
  expect(goesOn?.atMs).toBeGreaterThanOrEqual(heard?.toMs ?? Number.POSITIVE_INFINITY);
  expect(report.recordings).toHaveLength(1);

  const sound = hear(await (await owner.request.get(await recordingLink(owner, call))).body());
  expect(Math.max(sound.left.carrier, sound.right.carrier), "no sound of the notice").toBeLessThan(0.02);
  expect(sound.left.caller).toBeGreaterThan(0.3);
});

test("the call's page says what the map said, and its certificate opens", async () => {
  await owner.reload();
  const card = owner.getByRole("region", { name: "May it be recorded?" });
  await card.getByText(foretold).waitFor();
  expect(await card.textContent()).toContain("Cal. Penal Code");

  const opened = owner.context().waitForEvent("page");
  await card.getByRole("link", { name: "Certificate" }).click();
  const certificate = await opened;
  await certificate.getByRole("heading", { name: "Certificate of recording consent" }).waitFor();
  expect(await certificate.locator(".outcome").textContent()).toBe(
    "The call was recorded, after the notice was heard to its end.",
  );
  expect(await certificate.locator("body").textContent()).toContain(notice);
});
