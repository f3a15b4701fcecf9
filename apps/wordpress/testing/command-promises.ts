import { ownNumber, playApi } from "@ringtrail/snippet/testing";
import { expect, test } from "vitest";
import { serveJson } from "./serve-json.ts";
import { site } from "./the-site.ts";

const collecting = "/v1/connect-requests/BCDF-GHJK/collections";
const targets = [{ e164: "+14155550100", label: "Main number" }];

/** `wp ringtrail …`, for the long lane: each command starts another WordPress. */
export function commandPromises(): void {
  test("wp ringtrail connects by a key, and says of a page whether it is ready", async () => {
    const api = await playApi();
    const page = await site.wordpress.runPhp(`
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Looked at',
        'post_content' => '<p><a href="tel:${ownNumber}">(415) 555-0100</a></p>' ) ) );
    `);
    const run = (...words: readonly string[]): Promise<string> => site.wordpress.wpCli("ringtrail", ...words);
    await expect(run("connect", "http://calls.example.com", "--api-key=k")).rejects.toThrow(/over plain http/);
    expect(await run("connect", api.url, "--api-key=k", "--site-key=demo")).toContain("The site is connected.");
    const said = await run("test-swap", page);
    expect(said).toMatch(/is swapped[\s\S]*The page is ready\./);
    await api.close();
    await site.connect();
  });

  test("wp ringtrail connects by a code that is approved elsewhere, waits until it is, and shows no key", async () => {
    const code = "BCDF-GHJK";
    const approveUrl = `https://calls.example/console/#/connect/${code}`;
    const key = "rt_live_from_server_to_server";
    const asked: (readonly [path: string, body: unknown])[] = [];
    const server = await serveJson((path, body) => {
      asked.push([path, body]);
      if (path === "/v1/connect-requests") return [201, { code, secret: "only the site's", approveUrl }];
      if (path !== collecting) return [404, { code: "not_found", title: "There is nothing here." }];
      // Somebody approves it between the first look and the second.
      const isApproved = asked.filter(([one]) => one === collecting).length > 1;
      return [200, isApproved ? { state: "approved", siteKey: "shop", apiKey: key, targets } : { state: "waiting" }];
    });
    await site.connect({ server: "", api_key: "", site_key: "" });
    const said = await site.wordpress.wpCli("ringtrail", "connect", server.url);

    expect(said).toMatch(new RegExp(`Approve the code ${code} at ${approveUrl}\n[^]*The site is connected\\.`));
    expect(said).not.toMatch(/rt_live|only the site's/);
    const origin = new URL(site.wordpress.url).origin;
    expect(asked[0]?.[1]).toEqual({ name: expect.any(String), origin });
    expect(asked.slice(1, 3)).toEqual(Array.from({ length: 2 }, () => [collecting, { secret: "only the site's" }]));
    // Once it is connected, the site may ask what the server says of it; it collects nothing twice.
    expect(asked.slice(3).filter(([path]) => path !== "/v1/sites/shop/config")).toEqual([]);
    const kept = await site.wordpress.runPhp("echo wp_json_encode( get_option( 'ringtrail' ) );");
    expect(JSON.parse(kept)).toMatchObject({ server: server.url, site_key: "shop", api_key: key });
    // Nothing waits any more, and another server's answer is said as on the screen.
    expect(await site.wordpress.runPhp("echo wp_json_encode( get_transient( 'ringtrail_connect_0' ) );")).toBe("false");
    server.close();
    await expect(site.wordpress.wpCli("ringtrail", "connect", server.url)).rejects.toThrow(/does not answer/);
    await site.connect();
  });

  test("wp ringtrail status says what Site Health says", async () => {
    // It ends with an error where a test found something critical; what it says is looked at either way.
    const said = await site.wordpress.wpCli("ringtrail", "status").catch(String);
    expect(said).toMatch(/connected {4}good {9}The server answers for the account Demo\./);
    for (const name of ["served", "swapped", "clock", "duplicates", "pollution", "fallback"]) {
      expect(said).toMatch(new RegExp(`^${name} +(good|recommended|critical) `, "m"));
    }
  });
}
