import { readFile } from "node:fs/promises";
import { anAnsweredCall, aPool, aRingingCall, callId, playedKey } from "@ringtrail/admin-screens/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { php, startSite, type Site } from "./site.ts";

const businessNumber = "(800) 555-0100";
let site: Site;
let contactPage = "";

beforeAll(async () => {
  site = await startSite();
  contactPage = await site.wordpress.runPhp(`
    echo get_permalink( wp_insert_post( array(
      'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Contact', 'post_name' => 'contact',
      'post_content' => '<p>Call <a href="tel:+18005550100">${businessNumber}</a></p>',
    ) ) );
  `);
});
afterEach(() => site.closePages());
afterAll(() => site.close());

/** The page as a cache would keep it. */
const html = async (url: string, headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(url, { headers })).text();

test(`the zip is active in WordPress 7.1 on PHP ${php}`, async () => {
  const facts = await site.wordpress.runPhp(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    echo get_bloginfo( 'version' ), ' ', PHP_VERSION, ' ', is_plugin_active( 'ringtrail/ringtrail.php' ) ? 'active' : 'off';
  `);
  expect(facts).toMatch(new RegExp(`^7\\.1\\.\\d+ ${php}\\.\\d+ active$`));
});

describe("before it is connected", () => {
  test("pages are untouched and nothing is sent anywhere", async () => {
    const page = await html(contactPage);

    expect(page).toContain(businessNumber);
    expect(page).not.toContain("ringtrail");
    expect(site.server.requests).toEqual([]);
  });

  test("the calls page says what to do", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);

    await page.getByText("This site is not connected yet.").waitFor();
    expect(await page.getByText("Enter the server address and an API key").count()).toBe(1);
  });
});

describe("settings", () => {
  test("are saved by the form, and the key is never printed back", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await page.fill("#ringtrail-server", `${site.server.url}/`);
    await page.fill("#ringtrail-site_key", "demo");
    await page.fill("#ringtrail-api_key", playedKey);
    await page.click("#submit");

    await page.getByText("Settings saved.").waitFor();
    expect(await page.inputValue("#ringtrail-server")).toBe(site.server.url);
    expect(await page.inputValue("#ringtrail-api_key")).toBe("");
    expect(await page.content()).not.toContain(playedKey);
    expect(await page.textContent("#ringtrail-api_key-saved")).toContain(`ends in ${playedKey.slice(-4)}`);
  });

  test("an address that is none is refused beside the form, and what was saved stays", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`);
    await page.fill("#ringtrail-server", "javascript:alert(1)");
    await page.fill("#ringtrail-site_key", "has space");
    await page.click("#submit");

    await page.getByText("The server address was not saved").waitFor();
    await page.getByText("The site key was not saved").waitFor();
    expect(await page.inputValue("#ringtrail-server")).toBe(site.server.url);
    expect(await page.inputValue("#ringtrail-site_key")).toBe("demo");
  });

  test("a constant beats the form, and its key is not shown either", async () => {
    const shown = await site.wordpress.runPhp(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      define( 'RINGTRAIL_API_KEY', 'from-wp-config-1234' );
      $settings = new Ringtrail\\Settings();
      ( new Ringtrail\\Settings_Page( $settings ) )->render();
      echo 'KEY=', $settings->api_key();
    `);
    expect(shown).toContain("KEY=from-wp-config-1234");
    expect(shown.replace(/KEY=.*$/, "")).not.toContain("from-wp-config-1234");
    expect(shown).toContain("Set by the constant RINGTRAIL_API_KEY");
  });
});

describe("the page of a visitor", () => {
  test("holds the real number, the configuration as data, and one deferred script", async () => {
    const page = await html(contactPage);

    expect(page).toContain(`<a href="tel:+18005550100">${businessNumber}</a>`);
    const config = /<script[^>]*id="ringtrail-config"[^>]*>\s*(.*?)\s*<\/script>/s.exec(page);
    expect(config?.[0]).toContain('type="application/json"');
    expect(JSON.parse(config?.[1] ?? "")).toEqual({ site: "demo", server: site.server.url });
    const tags = page.match(/<script[^>]*ringtrail\/assets\/ringtrail\.js[^>]*>/g) ?? [];
    expect(tags).toHaveLength(1);
    expect(tags[0]).toMatch(/\bdefer\b/);
    for (const attribute of ['data-cfasync="false"', 'data-no-optimize="1"', "data-no-minify", "nowprocket"]) {
      expect(tags[0]).toContain(attribute);
    }
    expect(page.indexOf("ringtrail-config")).toBeLessThan(page.indexOf("assets/ringtrail.js"));
    expect(page).not.toContain(playedKey);
  });

  test("runs our own copy of the snippet, which asks the configured server", async () => {
    const before = site.server.requests.length;
    const page = await site.openPage();
    const asked = page.waitForRequest((request) => request.url().startsWith(`${site.server.url}/v1/sites/demo/config`));
    await page.goto(contactPage);
    await asked;

    expect(site.server.requests.slice(before).map(({ authorization }) => authorization)).not.toContain(
      `Bearer ${playedKey}`,
    );
  });

  test.each([
    ["a feed", "/?feed=rss2"],
    ["robots.txt", "/?robots=1"],
    ["an embed", "/?pagename=contact&embed=true"],
  ])("%s carries no snippet", async (_why, path) => {
    expect(await html(`${site.wordpress.url}${path}`)).not.toContain("ringtrail");
  });

  test("an editor's own look carries no snippet", async () => {
    const { cookie } = site.admin;
    const page = await html(contactPage, { cookie });

    expect(page).toContain(businessNumber);
    expect(page).not.toContain("assets/ringtrail.js");
  });
});

describe("wp-admin", () => {
  test("lists a call with its source and opens it", async () => {
    site.server.tell(anAnsweredCall(1, new Date(Date.now() - 60_000)));
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);

    const row = page.locator(".rt-calls tbody tr").first();
    await row.getByText("Paid search: google / cpc").waitFor();
    expect(await row.textContent()).toContain("emergency plumber");
    await row.getByRole("link").click();
    await page.getByText("Tapped the number 4 seconds before the ring").waitFor();
    expect(await page.locator('[data-fact="keyword"] dd').textContent()).toBe("emergency plumber");
  });

  test("shows a call that begins to ring without a reload", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`);
    await page.locator(".rt-calls").waitFor();
    site.server.tell(aRingingCall(2, new Date()));

    await page.locator(".rt-calls tbody tr", { hasText: "Ringing" }).waitFor();
  });

  test("plays a recording through a link the server made", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail#/calls/${callId(1)}`);
    await page.getByRole("button", { name: "Play" }).click();

    await page.getByRole("button", { name: "Pause" }).waitFor();
  });

  test("saves a call's certificate and its proof as files, word for word", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail#/calls/${callId(1)}`);
    const saved = async (name: string): Promise<readonly string[]> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      return [file.suggestedFilename(), await readFile(await file.path(), "utf8")];
    };

    const certificate = [`certificate-${callId(1)}.html`, `<h1>Certificate of ${callId(1)}</h1>`];
    expect(await saved("Certificate")).toEqual(certificate);
    // An empty object is hashed as one: PHP must not have read and written it.
    const proof = [`proof-${callId(1)}.json`, expect.stringContaining('"facts":{}')];
    expect(await saved("Proof as a file")).toEqual(proof);
  });

  test("shows the state of every number", async () => {
    site.server.world.pools.push(aPool(new Date()));
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-numbers`);

    await page.locator('.rt-number[data-state="grace"]').waitFor();
    expect(await page.locator(".rt-number").count()).toBe(9);
  });

  test("the map of recording consent answers in wp-admin, and a wrong number is said beside its field", async () => {
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-recording-consent`);
    const map = page.getByRole("listbox", { name: "Map of the United States" });
    await map.getByRole("option", { name: "Washington (WA): Announce, inside the recording too." }).waitFor();
    await page.getByRole("heading", { name: "Announce first, then record." }).waitFor();

    await page.getByLabel("Caller's number").fill("555-0123");
    await page.getByLabel("Caller's number").press("Enter");
    await page.getByRole("alert").getByText("This is no phone number.").waitFor();
    await page.getByLabel("Caller's number").fill("+4930123456");
    await page.getByLabel("Caller's number").press("Enter");
    await page.getByRole("heading", { name: "Ask first, and record only after a yes." }).waitFor();
  });

  test("loads the screens on their own pages only", async () => {
    const { cookie } = site.admin;
    expect(await html(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail`, { cookie })).toContain(
      "ringtrail/build/index.js",
    );
    expect(await html(`${site.wordpress.url}/wp-admin/index.php`, { cookie })).not.toContain("ringtrail/build");
  });
});

test("PHP has nothing to complain of", async () => {
  const log = await site.wordpress.runPhp("echo @file_get_contents( WP_CONTENT_DIR . '/debug.log' );");
  expect(log.split("\n").filter((line) => line.includes("ringtrail"))).toEqual([]);
});
