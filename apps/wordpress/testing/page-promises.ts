import { playedKey } from "@ringtrail/admin-screens/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import { site } from "./the-site.ts";

const businessNumber = "(800) 555-0100";
let contactPage = "";

/** The zip, before and after it is connected: settings, and the page of a visitor. */
export function pagePromises(): void {
  beforeAll(async () => {
    contactPage = await site.wordpress.runPhp(`
      echo get_permalink( wp_insert_post( array(
        'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Contact', 'post_name' => 'contact',
        'post_content' => '<p>Call <a href="tel:+18005550100">${businessNumber}</a></p>',
      ) ) );
    `);
  });

  test("the zip is active in the WordPress and on the PHP that were asked for", async () => {
    const facts = await site.wordpress.runPhp(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    echo get_bloginfo( 'version' ), ' ', PHP_VERSION, ' ', is_plugin_active( 'ringtrail/ringtrail.php' ) ? 'active' : 'off';
  `);
    const version = site.ground.wordpress === "newest" ? String.raw`7\.1\.\d+` : "6\\.6-RC3";
    expect(facts).toMatch(new RegExp(String.raw`^${version} ${site.ground.php}\.\d+ active$`));
  });

  describe("before it is connected", () => {
    test("pages are untouched and nothing is sent anywhere", async () => {
      const page = await pageText(contactPage);

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
      const page = await pageText(contactPage);

      expect(page).toContain(`<a href="tel:+18005550100">${businessNumber}</a>`);
      const config = /<script[^>]*id="ringtrail-config"[^>]*>\s*(.*?)\s*<\/script>/s.exec(page);
      expect(config?.[0]).toContain('type="application/json"');
      expect(JSON.parse(config?.[1] ?? "")).toEqual({ site: "demo", server: site.server.url });
      const tags = page.match(/<script[^>]*ringtrail\/public\/ringtrail\.js[^>]*>/g) ?? [];
      expect(tags).toHaveLength(1);
      expect(tags[0]).toMatch(/\bdefer\b/);
      for (const attribute of ['data-cfasync="false"', 'data-no-optimize="1"', "data-no-minify", "nowprocket"]) {
        expect(tags[0]).toContain(attribute);
      }
      expect(page.indexOf("ringtrail-config")).toBeLessThan(page.indexOf("public/ringtrail.js"));
      expect(page).not.toContain(playedKey);
    });

    test("runs our own copy of the snippet, which asks the configured server", async () => {
      const before = site.server.requests.length;
      const page = await site.openPage();
      const asked = page.waitForRequest((request) =>
        request.url().startsWith(`${site.server.url}/v1/sites/demo/config`),
      );
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
      expect(await pageText(`${site.wordpress.url}${path}`)).not.toContain("ringtrail");
    });

    test("a preview and the customizer carry no snippet", async () => {
      const told = await site.wordpress.runPhp(`
        require_once ABSPATH . WPINC . '/class-wp-customize-manager.php';
        wp_set_current_user( 0 );
        $snippet = new Ringtrail\\Snippet( new Ringtrail\\Settings() );
        $carries = static function () use ( $snippet ) {
          ob_start();
          $snippet->print_config();
          return '' !== ob_get_clean();
        };
        $told[] = $carries();
        $GLOBALS['wp_query']->is_preview = true;
        $told[] = $carries();
        $GLOBALS['wp_query']->is_preview = false;
        $customizer = ( new ReflectionClass( 'WP_Customize_Manager' ) )->newInstanceWithoutConstructor();
        Closure::bind( function () { $this->previewing = true; }, $customizer, WP_Customize_Manager::class )();
        $GLOBALS['wp_customize'] = $customizer;
        $told[] = $carries();
        echo wp_json_encode( $told );
      `);
      expect(JSON.parse(told)).toEqual([true, false, false]);
    });

    test("an editor's own look carries no snippet", async () => {
      const { cookie } = site.admin;
      const page = await pageText(contactPage, { cookie });

      expect(page).toContain(businessNumber);
      expect(page).not.toContain("public/ringtrail.js");
    });
  });
}
