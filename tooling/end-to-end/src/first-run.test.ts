import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@tooling/harness";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeAt } from "./authenticator.ts";
import { openNewestCall } from "./console.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";
import { openWatched, type PagesWatched } from "./watch-pages.ts";

const password = "correct horse battery staple";

// One server for all of it: a person who begins, and the people they let in.
describe("from the one-time owner link on", () => {
  let folder = "";
  let ringtrail: Ringtrail;
  let browser: Browser;
  let owner: Page;
  let analyst: Page;
  let call = "";
  let example = "";
  const watched: PagesWatched = { refused: [], strangers: [] };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "ringtrail-first-run-"));
    [ringtrail, browser] = await Promise.all([startRingtrail({ dataFolder: folder }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await ringtrail?.process.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a new site shows a swapped number and its test call arrives, in at most twelve interactions", async () => {
    let interactions = 0;
    const press = async (what: Locator): Promise<void> => {
      interactions += 1;
      await what.click();
    };
    const write = async (what: Locator, words: string): Promise<void> => {
      interactions += 1;
      await what.fill(words);
    };
    owner = await (await openWatched(browser, watched)).newPage();
    interactions += 1;
    await owner.goto(ringtrail.ownerLink);
    await press(owner.getByRole("link", { name: "Sites" }));
    await press(owner.getByText("Add a site", { exact: true }));
    await write(owner.getByLabel("Name of the site"), "Bay Heating");
    await write(owner.getByLabel("Its address"), "bay-heating.example");
    await write(owner.getByLabel("The phone number on its pages"), "+1 415 555 0142");
    await press(owner.getByRole("button", { name: "Set it up" }));
    const site = owner.getByRole("region", { name: "Bay Heating" });
    await site.getByText("Not seen yet").waitFor();
    await press(site.getByRole("button", { name: /^Rent \d numbers for / }));
    const opened = owner.context().waitForEvent("page");
    await press(site.getByRole("link", { name: "Try it on an example page" }));
    const page = await opened;
    example = page.url();
    const phone = page.locator("header .phone-number");
    await expect.poll(() => phone.textContent(), { timeout: 30_000 }).toContain("555-0142");
    await press(page.locator('[data-answer="granted"]'));
    await expect.poll(() => phone.textContent(), { timeout: 30_000 }).not.toContain("555-0142");
    await site.getByText(/^Seen .* from 1 page$/).waitFor();
    await site.getByText(/^Last swap /).waitFor();
    await press(site.getByRole("button", { name: "Ring a test call" }));
    await site.getByText("It rings.").waitFor();

    expect(interactions).toBeLessThanOrEqual(12);
    await owner.goto(`${ringtrail.url}/console/#/calls`);
    call = await openNewestCall(owner);
    expect(call).not.toBe("");
  });

  /** Somebody takes the owner's invitation and comes to the console. */
  async function letIn(role: "agent" | "analyst"): Promise<Page> {
    const email = `${role}@example.com`;
    await owner.goto(`${ringtrail.url}/console/#/settings`);
    const people = owner.getByRole("region", { name: "People" });
    const form = people.getByText("Invite somebody");
    if (!(await people.getByLabel("Their mail address").isVisible())) await form.click();
    await people.getByLabel("Their mail address").fill(email);
    await people.getByLabel("What they may do").selectOption(role);
    await people.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await people.getByLabel(`The link for ${email}`).inputValue();
    await people.getByRole("button", { name: "I have kept it" }).click();
    const page = await (await openWatched(browser, watched)).newPage();
    await page.goto(link);
    await page.getByLabel("Your name").fill("New Colleague");
    await page.getByLabel("A password").fill("short");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("alert").getByText("At least 12 characters.").waitFor();
    expect(await page.getByLabel("Your name").inputValue()).toBe("New Colleague");
    await page.getByLabel("A password").fill(password);
    await page.getByRole("button", { name: "Join" }).click();
    await page.locator(".cs-nav").waitFor();
    return page;
  }

  test("an analyst sees no recording, an agent exports nothing, and who was taken out sees nothing at all", async () => {
    const origin = ringtrail.url;
    const [recorded] = (await (await owner.request.get(`${origin}/v1/calls`)).json()).calls;
    analyst = await letIn("analyst");
    await analyst.goto(`${origin}/console/#/calls/${recorded.id}`);
    await analyst.getByRole("heading", { level: 1 }).waitFor();
    expect(await analyst.locator(".rt-player").count()).toBe(0);
    const link = `${origin}/v1/recordings/0199f3c2-0000-7000-8000-000000000001/links`;
    expect((await analyst.request.post(link, { headers: { origin } })).status()).toBe(403);

    const agent = await letIn("agent");
    await agent.goto(`${origin}/console/#/settings`);
    await agent.getByRole("region", { name: "Accounts" }).waitFor();
    expect(await agent.getByRole("region", { name: "API keys" }).count()).toBe(0);
    for (const export_ of ["/v1/calls.csv", "/v1/reports/calls.csv", "/v1/conversions.csv", "/v1/numbers.csv"]) {
      expect((await agent.request.get(`${origin}${export_}`)).status(), export_).toBe(403);
    }

    await owner.reload();
    await owner.getByRole("button", { name: "Take out: agent@example.com" }).click();
    await owner.getByRole("button", { name: "Take them out" }).click();
    const status = async (): Promise<number> => (await agent.request.get(`${origin}/v1/calls`)).status();
    await expect.poll(status, { timeout: 30_000 }).toBe(403);
  });

  test("a second factor set up on the screen is asked for at the door, and only its code opens it", async () => {
    await analyst.goto(`${ringtrail.url}/console/#/settings`);
    const card = analyst.getByRole("region", { name: "Second factor" });
    await card.getByLabel("Your password").fill(password);
    await card.getByRole("button", { name: "Set up a second factor" }).click();
    await card.getByRole("img", { name: "The secret as a QR code" }).waitFor();
    const secret = (await card.locator(".rt-authenticator .rt-mono").first().textContent()) ?? "";
    await card.getByLabel("The six digits it shows now").fill(codeAt(secret, Date.now()));
    await card.getByRole("button", { name: "Confirm" }).click();
    await card.getByRole("button", { name: "I have kept them" }).click();
    await card.getByText("Signing in takes a code from your authenticator app as well.").waitFor();

    await analyst.getByRole("button", { name: "Sign out", exact: true }).click();
    await analyst.fill("[name=email]", "analyst@example.com");
    await analyst.fill("[name=password]", password);
    await analyst.click("button[type=submit]");
    const code = analyst.getByLabel("The six digits your authenticator shows now");
    await code.fill("000000");
    await analyst.getByRole("button", { name: "Sign in" }).click();
    await analyst.getByRole("alert").getByText("This code is refused.").waitFor();
    expect((await analyst.request.get(`${ringtrail.url}/v1/calls`)).status()).toBe(401);
    await code.fill(codeAt(secret, Date.now()));
    await analyst.getByRole("button", { name: "Sign in" }).click();
    await analyst.locator(".cs-nav").waitFor();
    expect((await analyst.request.get(`${ringtrail.url}/v1/calls`)).status()).toBe(200);
  });

  test("a key made on the screen reads calls, and stops at the moment it is revoked", async () => {
    await owner.goto(`${ringtrail.url}/console/#/settings`);
    const keys = owner.getByRole("region", { name: "API keys" });
    await keys.getByText("Make an API key").click();
    await keys.getByLabel("What the key is for").fill("Reports");
    await keys.getByRole("checkbox", { name: /^calls:read/ }).check();
    await keys.getByRole("button", { name: "Make the key" }).click();
    const secret = await keys.getByLabel("The secret of Reports").inputValue();
    const ask = async (): Promise<number> =>
      (await fetch(`${ringtrail.url}/v1/calls`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await ask()).toBe(200);
    await keys.getByRole("button", { name: "I have kept it" }).click();
    await keys.getByRole("button", { name: "Revoke: Reports" }).click();
    await keys.getByRole("button", { name: "Revoke it" }).click();
    await keys.getByText("Reports", { exact: true }).waitFor({ state: "detached" });
    expect(await ask()).toBe(401);
  });

  test("every page stands by itself: offline, its policy refuses nothing, and it asks nothing of anybody else", async () => {
    const ways = await owner
      .locator(".cs-nav a")
      .evaluateAll((all) => all.map((way) => (way as HTMLAnchorElement).href));
    expect(ways.length).toBeGreaterThan(9);
    const open = async (page: Page, address: string, shown: string): Promise<void> => {
      const answer = await page.goto(address);
      expect((await answer?.headerValue("content-security-policy")) ?? "'self'", address).not.toMatch(/unsafe/);
      await page.locator(shown).first().waitFor();
      await expect.poll(() => page.locator(".rt-loading").count(), { timeout: 60_000 }).toBe(0);
    };
    for (const way of [...ways, `${ringtrail.url}/console/#/calls/${call}`]) await open(owner, way, "main h1");
    const others = ["/docs", "/demo", "/demo/services", `/v1/calls/${call}/certificate`];
    for (const other of others) await open(owner, `${ringtrail.url}${other}`, "h1");
    await open(owner, example, "header .phone-number");
    const stranger = await (await openWatched(browser, watched)).newPage();
    await open(stranger, `${ringtrail.url}/`, "[name=password]");

    // The watch sees what it looks for: a style written into the page, and a picture from elsewhere.
    expect(watched).toEqual({ refused: [], strangers: [] });
    await stranger.evaluate(() => {
      document.head.append(Object.assign(document.createElement("style"), { textContent: "h1 { color: red }" }));
      void fetch("https://elsewhere.example/").catch(() => undefined);
    });
    await expect.poll(() => watched.refused.length, { timeout: 30_000 }).toBe(2);
    expect(watched.refused.join()).toMatch(/style-src-elem refused inline.*connect-src refused https:..elsewhere/);
    await stranger.goto("about:blank");
    await stranger.evaluate(() => void fetch("https://elsewhere.example/").catch(() => undefined));
    await expect.poll(() => watched.strangers).toEqual(["https://elsewhere.example/"]);
  });
});
