import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@tooling/harness";
import { deletePlugin, type WordPress } from "@tooling/wordpress-harness";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeCall } from "./fake-call.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";
import { leftovers, openAsAdmin, openAsVisitor, publishPage, startSite, takePicture } from "./wordpress-site.ts";

const ownNumber = "(415) 555-0100";
/** A second number of the business, which nobody has asked to be swapped yet. */
const further = "(415) 555-0177";
const adClick = "?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-1";
const content = `<!-- wp:ringtrail/phone {"look":"button","label":"Call us"} /-->
<p class="short">[ringtrail_phone]</p><p class="plain">Or dial ${ownNumber}.</p>`;

describe("a WordPress site, from the zip to a call in wp-admin", () => {
  let folder = "";
  let ringtrail: Ringtrail;
  let site: WordPress;
  let browser: Browser;
  let admin: BrowserContext;
  let settings: Page;
  let contact = "";
  let visitor: Page;
  let borrowed = "";

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "ringtrail-wordpress-job-"));
    // One after the other: together they take longer than each may on a busy machine.
    ringtrail = await startRingtrail({ dataFolder: folder });
    site = await startSite();
    browser = await launchBrowser();
    admin = await openAsAdmin(browser, site);
    contact = await publishPage(site, "contact", content);
    const home = await publishPage(site, "home", `<p class="home">Call ${ownNumber} today</p><p>Parts: ${further}</p>`);
    await site.runPhp(
      `update_option( 'show_on_front', 'page' ); update_option( 'page_on_front', url_to_postid( '${home}' ) );`,
    );
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await ringtrail?.process.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = (page: Page, where: string): Promise<string> => page.locator(where).innerText();

  test("the owner connects it by a code that is approved in the console, and copies no secret", async () => {
    settings = await admin.newPage();
    await settings.goto(`${site.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await settings.getByLabel("Address of your Ringtrail server").fill(ringtrail.url);
    await settings.getByRole("button", { name: "Get a code" }).click();
    const approveUrl = await settings.getByRole("link", { name: /Open the console/ }).getAttribute("href");
    await takePicture(settings, "1-code");

    const console = await browser.newPage();
    await console.goto(ringtrail.ownerLink);
    await console.getByRole("button", { name: "Sign out" }).waitFor();
    await console.goto("about:blank");
    await console.goto(approveUrl ?? "");
    await console.getByRole("button", { name: "Approve" }).waitFor();
    await takePicture(console, "2-approve");
    await console.getByRole("button", { name: "Approve" }).click();
    await console.locator("main").getByText("Connected. You can go back to your site.").waitFor();
    await console.close();

    await settings.locator("#ringtrail-connect").getByText(`Connected to ${ringtrail.url}`).waitFor();
    expect(await settings.content()).not.toMatch(/rt_[\w-]{20,}/);
  }, 240_000);

  test("the connect screen shows the numbers of the owner's own pages, and the swap on the home page", async () => {
    await settings.locator("#ringtrail-found").getByText(ownNumber).waitFor();
    expect(await shown(settings, "#ringtrail-found")).toContain("is swapped");
    const preview = settings.frameLocator("#ringtrail-preview").locator("p.home");
    await expect.poll(() => preview.innerText(), { timeout: 120_000 }).toMatch(/^Call \(415\) 555-01[1-9]\d today$/);
    await takePicture(settings, "3-numbers");
  }, 240_000);

  test("the owner picks a further number of their pages, which is then the server's to swap, and rings one", async () => {
    const row = settings.locator("#ringtrail-found tr", { hasText: further });
    await row.getByRole("button", { name: "Swap this number" }).click();
    await row.getByText("is swapped").waitFor();
    const { site_key: key } = JSON.parse(await site.runPhp("echo wp_json_encode( get_option( 'ringtrail' ) );"));
    const targets = async (): Promise<readonly string[]> => {
      const config = await (await fetch(`${ringtrail.url}/v1/sites/${key}/config`)).json();
      return config.targets.map(({ e164 }: { readonly e164: string }) => e164).toSorted();
    };
    // The public door sees a change of a site's settings some seconds late.
    await expect.poll(targets).toEqual(["+14155550100", "+14155550177"]);

    await settings.getByRole("button", { name: "Ring it now" }).click();
    await settings.locator("#ringtrail-connect").getByText("It rings. Look under Calls").waitFor();
  }, 240_000);

  test("block, shortcode and plain number all swap for a visitor from an ad who agrees", async () => {
    visitor = await openAsVisitor(browser, `${contact}${adClick}`);
    const answered = visitor.waitForResponse((response) => response.url().endsWith("/v1/swap"));
    await visitor.evaluate(
      () => void ((window as { ringtrail?: unknown[] }).ringtrail ??= []).push({ answer: "granted" }),
    );
    await visitor.mouse.move(200, 300);
    const { numbers } = await (await answered).json();
    borrowed = numbers[0].e164;
    const number = borrowed.replace(/^\+1(\d{3})(\d{3})/, "($1) $2-");
    // A number that takes longer than 400 ms is not changed under a reader's eyes; the next page shows it.
    const seen = async (): Promise<string> => {
      await visitor.mouse.move(210, 310);
      const text = await shown(visitor, ".plain");
      if (!text.includes(number)) await visitor.reload({ waitUntil: "networkidle" });
      return text;
    };
    await expect.poll(seen, { timeout: 120_000 }).toContain(number);
    expect(number).not.toBe(ownNumber);
    await takePicture(visitor, "4-visitor");
    expect(await shown(visitor, ".wp-block-ringtrail-phone a")).toBe(`Call us ${number}`);
    expect(await shown(visitor, ".short a")).toBe(number);
    for (const where of [".wp-block-ringtrail-phone a", ".short a"]) {
      expect(await visitor.locator(where).getAttribute("href")).toBe(`tel:${borrowed}`);
    }
    expect(await (await fetch(`${contact}${adClick}`)).text()).toContain(`<p class="plain">Or dial ${ownNumber}.`);
  }, 240_000);

  test("a visitor who refuses sees the business's own number everywhere", async () => {
    const page = await openAsVisitor(browser, `${contact}${adClick}`);
    await page.evaluate(() => void ((window as { ringtrail?: unknown[] }).ringtrail ??= []).push({ answer: "denied" }));

    await expect.poll(() => shown(page, ".plain"), { timeout: 60_000 }).toContain(ownNumber);
    expect(await shown(page, ".short a")).toBe(ownNumber);
    await page.context().close();
  }, 240_000);

  test("over the first-party path a visitor's browser asks the site and nobody else", async () => {
    await site.runPhp("( new Ringtrail\\Settings() )->save( array( 'first_party' => true ) );");
    const page = await openAsVisitor(browser, contact);
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(`${contact}${adClick}`);
    await page.evaluate(
      () => void ((window as { ringtrail?: unknown[] }).ringtrail ??= []).push({ answer: "granted" }),
    );
    await page.mouse.move(210, 310);

    await expect.poll(() => shown(page, ".plain"), { timeout: 120_000 }).not.toContain(ownNumber);
    expect([...hosts]).toEqual([new URL(site.url).origin]);
    await page.context().close();
    await site.runPhp("( new Ringtrail\\Settings() )->save( array( 'first_party' => false ) );");
  }, 240_000);

  test("a call to the lent number appears in wp-admin with source, keyword and pages", async () => {
    await visitor.mouse.wheel(0, 100);
    await placeCall(ringtrail.fakeCarrier, { to: borrowed, from: "+12125550188", talkSeconds: 2 });

    const calls = await admin.newPage();
    await calls.goto(`${site.url}/wp-admin/admin.php?page=ringtrail`);
    const row = calls.locator(".rt-calls tbody tr").first();
    await row.getByText("emergency plumber").waitFor();
    expect(await row.innerText()).toContain("google / cpc");
    await takePicture(calls, "5-calls");
    await row.getByRole("link").first().click();
    await calls.locator("article").getByText("/contact").first().waitFor();
    await takePicture(calls, "6-call");
  }, 240_000);

  test("carriers are answered by the site itself once the server is gone, by those who know the key", async () => {
    await site.runPhp("Ringtrail\\Fallback::refresh();");
    const { name, key } = JSON.parse(
      await site.runPhp(`
        $kept = get_option( 'ringtrail_fallback' );
        $name = array_key_first( $kept['documents'] );
        echo json_encode( array( 'name' => $name, 'key' => $kept['documents'][ $name ]['key'] ) );
      `),
    );
    await ringtrail.process.stop();

    const at = `${site.url}/wp-json/ringtrail/v1/fallback/${name}`;
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`${at}?k=${key}`, { method });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/xml; charset=utf-8"]);
      expect(await answer.text()).toMatch(/^<\?xml[^>]*\?><Response>.*<Dial[^>]*>.*<Number>\+\d+<\/Number>/s);
    }
    expect((await fetch(`${at}?k=guessed`)).status).toBe(401);
    expect((await fetch(at)).status).toBe(401);
  }, 240_000);

  test("with the server gone the page keeps the business's number and wp-admin says what to do", async () => {
    const page = await openAsVisitor(browser, contact);
    await page.waitForLoadState("load");
    expect(await shown(page, ".plain")).toContain(ownNumber);

    await settings.goto(`${site.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await settings
      .locator("#ringtrail-connect")
      .getByText(/server (does|did) not answer/)
      .waitFor();
    await settings.locator("#submit").waitFor();
  }, 240_000);

  test("deleting the plugin leaves no option, table, cron, capability or file behind", async () => {
    // A page that is still open asks on, and its question may be answered while the plugin goes.
    await Promise.all(browser.contexts().map((context) => context.close()));
    await deletePlugin(site, "ringtrail");

    expect(await leftovers(site)).toEqual({
      options: [],
      tables: [],
      cron: false,
      roles: false,
      users: [],
      folder: false,
    });
    expect(await (await fetch(contact)).text()).toContain(ownNumber);
  }, 240_000);
});
