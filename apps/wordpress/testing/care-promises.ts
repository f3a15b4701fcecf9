import { anAnsweredCall } from "@ringtrail/admin-screens/testing";
import { describe, expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const php = (code: string): Promise<string> => site.wordpress.runPhp(code);
const json = async (code: string): Promise<never> => JSON.parse(await php(code)) as never;

/** What the plugin tells WordPress of itself: health, privacy, consent, commands, roles. */
export function carePromises(): void {
  test("Site Health runs every test over its own route, and none makes the page wait", async () => {
    site.server.tell(anAnsweredCall(7, new Date()));
    const tests: Record<string, { readonly test: string }> = await json(
      "echo json_encode( array_filter( apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) )['async'] ) );",
    );
    const names = Object.keys(tests).filter((name) => name.startsWith("ringtrail_"));
    expect(names).toHaveLength(7);
    const verdict = async (name: string): Promise<string> => {
      const answer = await site.admin.fetch(`/wp-json/ringtrail/v1/health/${name}`);
      const { status, test: ran } = await answer.json();
      expect(ran).toBe(`ringtrail_${name}`);
      return status;
    };
    expect(await verdict("connected")).toBe("good");
    expect(await verdict("clock")).toBe("good");
    expect(await verdict("fallback")).toBe("recommended");
    expect((await site.admin.fetch("/wp-json/ringtrail/v1/health/none")).status).toBe(400);
  });

  test("Site Health says when nothing is swapped, the script is missing, another tracker is there, or a lent number was saved", async () => {
    const day = 86_400_000;
    const seen = (lastSeenAt: number, lastSwapAt?: number): object => ({
      pages: 1,
      adClicks: [],
      lastSeenAt: new Date(lastSeenAt).toISOString(),
      ...(lastSwapAt === undefined ? {} : { lastSwapAt: new Date(lastSwapAt).toISOString() }),
    });
    const now = Date.now();
    const answers = {
      // A site that stands further down than the first page of an agency's hundreds.
      sites: { sites: [{ id: "5e000000-0000-4000-8000-000000000002", key: "client" }], next: "p2" },
      further: { sites: [{ id: "5e000000-0000-4000-8000-000000000001", key: "demo" }] },
      pools: { pools: [{ numbers: [{ e164: "+14155550123" }] }] },
      checks: [seen(now, now - day), seen(now, now - 60 * day), { pages: 0, adClicks: [] }],
      pages: ["<p>no script</p>", '<script id="ringtrail-config">{}</script><script src="//cdn.callrail.com/swap.js">'],
    };
    const told = await json(`
      $answers = json_decode( base64_decode( '${btoa(JSON.stringify(answers))}' ), true );
      $now     = array( '/v1/sites' => $answers['sites'], '/v1/sites?cursor=p2' => $answers['further'], '/v1/pools' => $answers['pools'] );
      add_filter( 'pre_http_request', static function ( $answer, $request, $url ) use ( &$now ) {
        $path = wp_parse_url( $url, PHP_URL_PATH ) . ( strpos( $url, 'cursor=' ) ? '?' . wp_parse_url( $url, PHP_URL_QUERY ) : '' );
        $body = $now[ $path ] ?? '';
        return array( 'response' => array( 'code' => 200 ), 'body' => is_string( $body ) ? $body : wp_json_encode( $body ), 'headers' => array() );
      }, 20, 3 );
      $settings = new Ringtrail\\Settings();
      $tests    = new Ringtrail\\Health_Tests( $settings, new Ringtrail\\Server( $settings ) );
      foreach ( $answers['checks'] as $check ) {
        $now['/v1/sites/5e000000-0000-4000-8000-000000000001/check'] = $check;
        $told['swapped'][] = $tests->run( 'swapped' )['status'];
      }
      foreach ( $answers['pages'] as $page ) {
        $now['/'] = $page;
        $told['served'][]     = $tests->run( 'served' )['status'];
        $told['duplicates'][] = $tests->run( 'duplicates' )['status'];
      }
      $told['pollution'][] = $tests->run( 'pollution' )['status'];
      $id = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'Copied', 'post_content' => 'Call (415) 555-0123' ) );
      $told['pollution'][] = $tests->run( 'pollution' )['status'];
      wp_delete_post( $id, true );
      $now['/v1/sites'] = array( 'sites' => array() );
      $told['another key'] = $tests->run( 'swapped' )['description'];
      echo wp_json_encode( $told );
    `);
    expect(told).toEqual({
      swapped: ["good", "recommended", "recommended"],
      served: ["critical", "good"],
      duplicates: ["good", "recommended"],
      pollution: ["good", "critical"],
      "another key": expect.stringContaining("knows no site with this site key"),
    });
  });

  test("a tracking number that got into a post is found, however it is written", async () => {
    const found = await json(`
      $id = wp_insert_post( array( 'post_status' => 'publish', 'post_title' => 'Copied', 'post_content' => 'Call 415.555.0123 today' ) );
      echo json_encode( array( Ringtrail\\Page_Numbers::posts_with( array( '+14155550123' ) ), Ringtrail\\Page_Numbers::posts_with( array( '+14155550999' ) ) ) );
      wp_delete_post( $id, true );
    `);
    expect(found).toEqual([["Copied"], []]);
  });

  test("debug information hides address and keys", async () => {
    const facts: Record<string, { readonly value: string; readonly private: boolean }> = await json(
      "echo json_encode( ( new Ringtrail\\Site_Health( new Ringtrail\\Settings() ) )->add_facts( array() )['ringtrail']['fields'] );",
    );
    expect(facts["api_key"]).toMatchObject({ value: "set", private: true });
    expect(facts["server"]?.private).toBe(true);
    expect(JSON.stringify(facts)).not.toContain("rt_");
  });

  test("WP Consent API: declares what is stored, once the API is there (against a stub of it)", async () => {
    const declared = await json(`
      eval( 'function wp_add_cookie_info( ...$told ) { $GLOBALS["told"][] = $told; }' );
      ( new Ringtrail\\Consent_Api() )->declare_storage();
      echo json_encode( array( $GLOBALS['told'][0][0], $GLOBALS['told'][0][2], apply_filters( 'wp_consent_api_registered_ringtrail/ringtrail.php', false ) ) );
    `);
    expect(declared).toEqual(["ringtrail", "marketing", true]);
  });

  test("privacy: a person is known to the server by every number they have here, told what it knows, and forgotten there", async () => {
    site.server.tell(anAnsweredCall(7, new Date()));
    const ask = `
      $export = static function () { return apply_filters( 'wp_privacy_personal_data_exporters', array() )['ringtrail']['callback']( 'jo@example.com' ); };
      $erase  = static function () { return apply_filters( 'wp_privacy_personal_data_erasers', array() )['ringtrail']['callback']( 'jo@example.com' ); };
      add_filter( 'ringtrail_phones_of_person', function ( $phones ) { $phones[] = '+49 30 901820'; $phones[] = 'none'; return $phones; } );
    `;
    const told = await json(`${ask}
      $user = wp_insert_user( array( 'user_login' => 'jo', 'user_pass' => 'x', 'user_email' => 'jo@example.com' ) );
      update_user_meta( $user, 'billing_phone', '(415) 555-0177' );
      echo json_encode( array(
        'phones'   => Ringtrail\\Person_Phones::of( 'jo@example.com' ),
        'stranger' => Ringtrail\\Person_Phones::of( 'nobody@example.com' ),
        'exported' => array_column( $export()['data'], 'group_id' ),
        'erased'   => $erase(),
      ) );
    `);
    const groups = site.server.world.calls.flatMap(() => ["ringtrail-calls", "ringtrail-calls"]);
    expect(told).toMatchObject({ phones: ["+14155550177", "+4930901820"], stranger: ["+4930901820"] });
    expect(told).toMatchObject({ exported: groups, erased: { items_removed: true, items_retained: false } });

    // What was not erased is said, never hidden: of a server that refuses, and of calls that a legal hold keeps.
    const kept = await json(`${ask}
      $answers = array( '{"code":"on_hold","title":"Not now."}' => 409, '{"calls":0,"recordings":0,"held":2}' => 200 );
      foreach ( $answers as $body => $code ) {
        $answer = static function () use ( $body, $code ) { return array( 'response' => compact( 'code' ), 'body' => $body, 'headers' => array() ); };
        add_filter( 'pre_http_request', $answer, 20 );
        $told[] = $erase();
        remove_filter( 'pre_http_request', $answer, 20 );
      }
      echo json_encode( $told );
    `);
    const saying = (words: string) => ({
      items_removed: false,
      items_retained: true,
      messages: [expect.stringContaining(words), expect.stringContaining(words)],
      done: true,
    });
    expect(kept).toEqual([saying("Not now."), saying("legal hold")]);
  });

  test("the translation that is shipped reaches PHP and every script", async () => {
    const told = await json(`
      add_filter( 'determine_locale', static function () { return 'de_DE'; } );
      unload_textdomain( 'ringtrail', true );
      Ringtrail\\Plugin::load_language();
      wp_set_current_user( 1 );
      foreach ( array( 'connect', 'widget' ) as $name ) {
        Ringtrail\\Built_Script::enqueue( $name );
        $scripts[] = false !== strpos( (string) wp_scripts()->print_translations( 'ringtrail-' . $name, false ), 'Code anfordern' );
      }
      echo json_encode( array( __( 'Ringtrail settings', 'ringtrail' ), $scripts ) );
    `);
    expect(told).toEqual(["Ringtrail-Einstellungen", [true, true]]);
  });

  test("abilities are refused to who may not see calls, and a WordPress without them is none the worse", async () => {
    const has = await php("echo function_exists( 'wp_get_ability' ) ? 'yes' : 'no';");
    expect(has).toBe(site.ground.wordpress === "newest" ? "yes" : "no");
    if (has === "no") return;
    const codes = await json(`
      $ability = wp_get_ability( 'ringtrail/list-calls' );
      wp_set_current_user( 0 );
      $stranger = $ability->execute();
      wp_set_current_user( 1 );
      $owner = $ability->execute();
      echo json_encode( array( $stranger->get_error_code(), array_key_exists( 'calls', (array) $owner ) ) );
    `);
    expect(codes).toEqual(["ability_invalid_permissions", true]);
  });

  test("roles: another role is let in to the calls and not to the settings", async () => {
    const may = await json(`
      Ringtrail\\Capability::let_view( array( 'editor' ) );
      $editor = get_role( 'editor' );
      $seen = array( $editor->has_cap( 'view_ringtrail_calls' ), $editor->has_cap( 'manage_ringtrail' ), get_role( 'administrator' )->has_cap( 'view_ringtrail_calls' ) );
      Ringtrail\\Capability::let_view( array() );
      echo json_encode( array( ...$seen, get_role( 'editor' )->has_cap( 'view_ringtrail_calls' ), get_role( 'administrator' )->has_cap( 'view_ringtrail_calls' ) ) );
    `);
    expect(may).toEqual([true, false, true, false, true]);
  });

  test("wp ringtrail exports calls as lines, and says so when a page cannot be looked at", async () => {
    const said = await site.wordpress.wpCli("ringtrail", "export");
    expect(said).toContain('"rangAt"');
    await expect(site.wordpress.wpCli("ringtrail", "test-swap", "http://127.0.0.1:9/")).rejects.toThrow(/Error/);
  });

  describe("the dashboard", () => {
    test("shows the last calls to who may see them, after it is drawn", async () => {
      const page = await site.openPage({ asAdmin: true });
      await page.goto(`${site.wordpress.url}/wp-admin/index.php`);
      await page.locator("#ringtrail-widget li").first().waitFor();
      expect(await page.locator("#ringtrail-widget").innerText()).toContain("google / cpc");
    });

    test("help stands on our pages", async () => {
      const page = await pageText(`${site.wordpress.url}/wp-admin/admin.php?page=ringtrail-settings`, {
        cookie: site.admin.cookie,
      });
      expect(page).toContain("tab-panel-ringtrail-swap");
      expect(page).toContain("ringtrail/build/connect.js");
    });
  });
}
