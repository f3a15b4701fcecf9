import { startContractServer, type ContractServer } from "@ringtrail/admin-screens/testing";
import { launchBrowser } from "@tooling/harness";
import { deletePlugin, startWordPress, type WordPress } from "@tooling/wordpress-harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { pluginZip } from "./site.ts";

const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";
if (!isLong) console.log("SKIP (npm run test:all runs it): the plugin on a network of sites");

describe.runIf(isLong)("a network of sites", () => {
  let network: WordPress;
  let server: ContractServer;
  let browser: Browser;
  const php = async (code: string): Promise<unknown> => JSON.parse(await network.runPhp(code));

  /** What the plugin has put on a site of the network. */
  const factsOf = (site: number): Promise<unknown> =>
    php(`
      switch_to_blog( ${site} );
      $role = get_role( 'administrator' );
      echo json_encode( array(
        'sees'    => $role->has_cap( 'view_ringtrail_calls' ),
        'manages' => $role->has_cap( 'manage_ringtrail' ),
        'clock'   => false !== wp_next_scheduled( 'ringtrail_refresh_fallback' ),
      ) );
    `);
  const ready = { sees: true, manages: true, clock: true };

  beforeAll(async () => {
    server = await startContractServer();
    network = await startWordPress({ network: true, plugin: { zip: pluginZip, slug: "ringtrail" } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await network?.stop();
    await server?.close();
  });

  test("the plugin is on for all of it, on the first site and on one that is added later", async () => {
    expect(await php("echo json_encode( array( is_multisite(), get_current_blog_id() ) );")).toEqual([true, 1]);
    expect(await factsOf(1)).toEqual(ready);
    const added = await php(`
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      echo json_encode( wpmu_create_blog( DOMAIN_CURRENT_SITE, '/two/', 'Two', 1 ) );
    `);
    expect(added).toBe(2);
    expect(await factsOf(2)).toEqual(ready);
  });

  test("the network names a server for every site, and an address that is none is refused", async () => {
    const { cookie } = await network.signIn();
    const context = await browser.newContext();
    context.setDefaultTimeout(120_000);
    await context.addCookies(
      cookie.split("; ").map((pair) => {
        const middle = pair.indexOf("=");
        return { name: pair.slice(0, middle), value: pair.slice(middle + 1), url: network.url };
      }),
    );
    const page = await context.newPage();
    const open = () => page.goto(`${network.url}/wp-admin/network/settings.php?page=ringtrail-network`);
    await open();
    await page.getByLabel("Server address").fill("http://calls.example.com");
    await page.locator("#submit").click();
    await page.getByText("over plain http everybody on the way could read").waitFor();
    await open();
    await page.getByLabel("Server address").fill(`${server.url}/`);
    await page.locator("#submit").click();
    await page.waitForURL(/updated=true/);

    expect(await page.getByLabel("Server address").inputValue()).toBe(server.url);
    const servers = await php(`
      foreach ( array( 1, 2 ) as $site ) { switch_to_blog( $site ); $told[] = ( new Ringtrail\\Settings() )->server(); }
      echo json_encode( $told );
    `);
    expect(servers).toEqual([server.url, server.url]);
    await context.close();
  });

  test("each site has keys of its own: what one prints and may ask is nothing to the other", async () => {
    await network.runPhp(`
      switch_to_blog( 2 );
      ( new Ringtrail\\Settings() )->save( array( 'site_key' => 'second', 'api_key' => 'rt_second_secret', 'server' => 'https://own.example' ) );
    `);
    const [first, second] = [await pageText(`${network.url}/`), await pageText(`${network.url}/two/`)];
    expect(first).not.toContain("ringtrail-config");
    expect(second).toMatch(/id="ringtrail-config"[^>]*>\s*\{"site":"second","server":"https:\/\/own\.example"\}/);
    const asks = await php(`
      foreach ( array( 1, 2 ) as $site ) { switch_to_blog( $site ); $told[] = ( new Ringtrail\\Settings() )->can_ask(); }
      echo json_encode( $told );
    `);
    expect(asks).toEqual([false, true]);
  });

  test("an administrator of one site sees calls there, and nothing of the network's settings", async () => {
    const may = await php(`
      $user = wp_insert_user( array( 'user_login' => 'second', 'user_pass' => 'x', 'user_email' => 'second@example.com' ) );
      add_user_to_blog( 2, $user, 'administrator' );
      wp_set_current_user( $user );
      foreach ( array( 1, 2 ) as $site ) { switch_to_blog( $site ); wp_set_current_user( 0 ); wp_set_current_user( $user ); $told[] = Ringtrail\\Capability::may_manage(); }
      echo json_encode( array( ...$told, current_user_can( 'manage_network_options' ) ) );
    `);
    expect(may).toEqual([false, true, false]);
  });

  test("deleting the plugin leaves nothing on any site, nor in the network's own settings", async () => {
    await network.runPhp(`
      switch_to_blog( 2 );
      update_option( 'ringtrail_fallback', array( 'at' => 1, 'documents' => array() ) );
      set_transient( 'ringtrail_resting_x', 1, 60 );
      restore_current_blog();
    `);
    await deletePlugin(network, "ringtrail");
    const left = await php(`
      global $wpdb;
      foreach ( array( 1, 2 ) as $site ) {
        switch_to_blog( $site );
        $told[] = $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ringtrail%'" );
        $told[] = strpos( json_encode( get_option( 'cron' ) ), 'ringtrail' );
        $told[] = strpos( json_encode( get_option( $wpdb->prefix . 'user_roles' ) ), 'ringtrail' );
        restore_current_blog();
      }
      $told[] = $wpdb->get_col( "SELECT meta_key FROM $wpdb->sitemeta WHERE meta_key LIKE '%ringtrail%'" );
      echo json_encode( $told );
    `);
    expect(left).toEqual([[], false, false, [], false, false, []]);
  });
});
