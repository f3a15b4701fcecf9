import { playApi } from "@ringtrail/snippet/testing";
import { expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

/** A site in healthcare mode, for the long lane: its pages, and its call flow in wp-admin. */
export function clinicPromises(): void {
  test("a clinic's pages are counted by our own copy, at the server and through the site; another site's carry nothing for it", async () => {
    const api = await playApi({ regime: null, pages: [["", "Whole site"]] });
    await site.connect({ server: api.url });
    const address = await site.wordpress.runPhp(`
      echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Implants',
        'post_content' => '<p><a href="tel:+14155550100">(415) 555-0100</a></p>' ) ) );
    `);
    expect(await pageText(address)).not.toContain("ringtrail-pages.js");
    await site.wordpress.runPhp("do_action( Ringtrail\\Fallback::EVENT );");
    const [tag, ...more] = (await pageText(address)).match(/<script[^>]*public\/ringtrail-pages\.js[^>]*>/g) ?? [];
    expect([tag, more]).toEqual([
      expect.stringMatching(/\bdefer\b.*data-no-optimize="1"|data-no-optimize="1".*\bdefer\b/),
      [],
    ]);

    const page = await site.openPage();
    await page.goto(address);
    await api.until(({ counted }) => counted.length === 1);
    await site.wordpress.runPhp("( new Ringtrail\\Settings() )->save( array( 'first_party' => true ) );");
    const before = api.referrers.length;
    await page.goto(address);
    await api.until(({ counted }) => counted.length === 2);
    expect(api.counted.map(({ kind, group }) => [kind, group])).toEqual([
      ["page", "Whole site"],
      ["page", "Whole site"],
    ]);
    // What comes from the browser names the site at most, and what the site passes on not even that.
    const home = `${new URL(site.wordpress.url).origin}/`;
    expect(api.referrers.slice(0, before).filter((one) => one !== undefined && one !== home)).toEqual([]);
    expect(api.referrers.slice(before).filter((one) => one !== undefined)).toEqual([]);
    expect([...api.swaps, ...api.beacons, ...api.refused]).toEqual([]);
    await api.close();
    await site.connect();
  });

  test("a clinic's call flow is told from a failure: why it is not here, and where it is; with the right it opens", async () => {
    const { world } = site.server;
    const { flow } = world;
    const { session } = world.settings;
    if (flow === undefined) throw new Error("The account has no site.");
    world.flow = { ...flow, isHealthcare: true };
    const scopes = session.scopes.filter((scope) => scope !== "callers:read");
    world.settings.session = { account: session.account, by: "key", name: "WordPress", scopes };
    await site.connect();
    const page = await site.openPage({ asAdmin: true });
    await page.goto(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-call-flows`);
    await page.getByText("A clinic’s call flow is changed in the console").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    const way = page.getByRole("link", { name: "Open the console" });
    expect(await way.getAttribute("href")).toBe(`${site.server.url}/console/#/call-flows`);

    world.settings.session = { ...world.settings.session, scopes: session.scopes };
    await page.reload();
    await page.getByLabel("Business phone").waitFor();
    world.flow = flow;
    world.settings.session = session;
  });
}
