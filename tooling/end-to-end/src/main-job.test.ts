import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@tooling/harness";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "./databases.ts";
import { callReport, placeCall } from "./fake-call.ts";
import { openConsole, openNewestCall, recordingLink } from "./console.ts";
import { hear } from "./recording-sound.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";
import { acceptConsent, adLanding, numberShown, openShop, toE164 } from "./visit-shop.ts";

const ownNumber = "(415) 555-0100";
/** New York: a call may be recorded after a notice, wherever the plumber is. */
const caller = "+12125550188";

describe.each(databaseKinds())("the main job on $name", ({ open }) => {
  let folder = "";
  let database: Awaited<ReturnType<typeof open>>;
  let ringtrail: Ringtrail;
  let browser: Browser;
  let adVisitor: Page;
  let direct: Page;
  let owner: Page;
  let borrowed = "";
  let call = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "ringtrail-main-job-"));
    database = await open();
    ringtrail = await startRingtrail({ dataFolder: folder, databaseUrl: database.url });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await ringtrail?.process.stop();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("1. before an answer the page shows the number of its source, and stores nothing", async () => {
    adVisitor = await openShop(browser, ringtrail.url, adLanding);
    await expect.poll(async () => (await numberShown(adVisitor)).text).not.toBe(ownNumber);
    const sourceNumber = await numberShown(adVisitor);
    expect(sourceNumber.link).toBe(`tel:${toE164(sourceNumber.text)}`);
    expect(
      await adVisitor.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("ringtrail"))),
    ).toEqual([]);
    expect(await adVisitor.context().cookies()).toEqual([]);
  });

  test("1. a visit that agrees borrows a number of its own, in the page's own format, other than a direct visit's", async () => {
    const before = (await numberShown(adVisitor)).text;
    await acceptConsent(adVisitor);
    const shown = await numberShown(adVisitor);
    borrowed = toE164(shown.text);
    expect(shown.text).not.toBe(before);
    expect(shown.text).toMatch(/^\(415\) 555-01\d\d$/);
    expect(shown.link).toBe(`tel:${borrowed}`);

    direct = await openShop(browser, ringtrail.url, "/demo");
    await acceptConsent(direct);
    expect((await numberShown(direct)).text).not.toBe(shown.text);
  });

  test("1. a visit that refuses sees the business's own number", async () => {
    const refusing = await openShop(browser, ringtrail.url, adLanding);
    await refusing.locator('[data-answer="denied"]').click();
    await expect.poll(async () => (await numberShown(refusing)).text).toBe(ownNumber);
    await refusing.context().close();
  });

  test("1. a headless agent is lent nothing", async () => {
    const robot = await launchBrowser({ agent: "headless" });
    const page = await openShop(robot, ringtrail.url, adLanding);
    const answered = page.waitForResponse((response) => response.url().endsWith("/v1/swap"));
    await page.locator('[data-answer="granted"]').click();
    const { numbers } = await (await answered).json();
    expect(numbers.map((number: { how: string }) => number.how)).toEqual(["own"]);
    await robot.close();
  });

  test("1. the pages a visit opens are kept in order, the SPA route too", async () => {
    await adVisitor.mouse.move(200, 300);
    await adVisitor.mouse.wheel(0, 200);
    await adVisitor.locator('nav a[href="/demo/services"]').click();
    await adVisitor.waitForURL("**/demo/services");
    await expect.poll(async () => toE164((await numberShown(adVisitor)).text)).toBe(borrowed);
    await adVisitor.locator('nav a[href="/demo/contact"]').click();
    await adVisitor.waitForURL("**/demo/contact");
    await expect.poll(() => adVisitor.locator("#main h1").first().innerText()).toContain("drips");
  });

  test("3-8. while the phone still rings, the open call page shows source, keyword, pages and confidence", async () => {
    owner = await openConsole(browser, ringtrail.ownerLink);
    const placedAt = Date.now();
    const sid = await placeCall(ringtrail.fakeCarrier, { to: borrowed, from: caller, talkSeconds: 6, ringSeconds: 24 });
    call = await openNewestCall(owner);
    const page = owner.locator("article");
    for (const words of ["google", "emergency plumber", "spring", "/demo/services", "/demo/contact", "%"]) {
      await page.getByText(words).first().waitFor();
    }
    const tookMs = Date.now() - placedAt;
    const during = await (await fetch(`${ringtrail.fakeCarrier}/fake/calls/${sid}`)).json();
    expect(during.over).toBeUndefined();
    expect(during.legs.every((leg: { status: string }) => leg.status !== "in-progress")).toBe(true);
    console.log(`call page complete ${tookMs} ms after the call was placed`);

    const report = await callReport(ringtrail.fakeCarrier, sid);
    expect(report.documents[0]?.verbs).toContain("Gather");
    expect(report.recordings).toHaveLength(1);
  });

  test("7. the recording holds the caller on the left and the business on the right, and nothing of the notice", async () => {
    const link = await recordingLink(owner, call);
    const whole = await owner.request.get(link);
    expect(whole.status()).toBe(200);
    const sound = hear(await whole.body());
    expect(sound.seconds).toBeGreaterThan(5);
    expect(sound.seconds).toBeLessThan(7);
    expect(sound.left.caller).toBeGreaterThan(0.3);
    expect(sound.right.business).toBeGreaterThan(0.3);
    expect(Math.max(sound.left.business, sound.right.caller, sound.left.carrier, sound.right.carrier)).toBeLessThan(
      0.02,
    );

    const part = await owner.request.get(link, { headers: { range: "bytes=100-199" } });
    expect(part.status()).toBe(206);
    expect(await part.body()).toEqual((await whole.body()).subarray(100, 200));
  });

  test("7. the file on disk is not playable", () => {
    const files = readdirSync(path.join(folder, "recordings"), { recursive: true, encoding: "utf8" })
      .map((name) => path.join(folder, "recordings", name))
      .filter((file) => statSync(file).isFile());
    expect(files).toHaveLength(1);
    const raw = readFileSync(files[0] ?? "");
    expect(raw.includes("RIFF")).toBe(false);
    expect(raw.includes("WAVE")).toBe(false);
  });

  test("6-8. the page says why the call was recorded, and plays it", async () => {
    const page = owner.locator("article");
    await page.getByRole("button", { name: "Play" }).waitFor();
    await expect.poll(() => page.innerText()).toMatch(/Announce first, then record|announcement/i);
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
  });

  test("8. the numbers screen shows the lent number's state", async () => {
    await owner
      .getByRole("link", { name: /numbers/i })
      .first()
      .click();
    await expect.poll(() => owner.locator("main").innerText()).toMatch(/active|grace/i);
  });
});
