import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startWordPress, type WordPress } from "@tooling/wordpress-harness";

/** The zip as an owner uploads it, built by the plugin's own build. */
const zip = fileURLToPath(new URL("../../../apps/wordpress/dist/ringtrail.zip", import.meta.url));

/** PHP compiled for Node answers in seconds on a busy machine. */
const patienceMs = 120_000;

/** A real WordPress with the plugin, active and not connected. */
export const startSite = (): Promise<WordPress> => startWordPress({ plugin: { zip, slug: "ringtrail" } });

/** A page of somebody new to the site. */
export async function openAsVisitor(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** A browser in which the site's administrator is signed in. */
export async function openAsAdmin(browser: Browser, site: WordPress): Promise<BrowserContext> {
  const { cookie } = await site.signIn();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patienceMs);
  const cookies = cookie.split("; ").map((pair) => {
    const middle = pair.indexOf("=");
    return { name: pair.slice(0, middle), value: pair.slice(middle + 1), url: site.url };
  });
  await context.addCookies(cookies);
  return context;
}

/** Where pictures for the plugin's readme go; most runs take none. */
const pictures = process.env["RINGTRAIL_PICTURES"];

/** Takes a picture of a page for the plugin's readme, where the run was asked for pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** Publishes a page and answers its address. */
export function publishPage(site: WordPress, slug: string, content: string): Promise<string> {
  return site.runPhp(`
    echo get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish',
      'post_title' => '${slug}', 'post_name' => '${slug}', 'post_content' => '${content}' ) ) );
  `);
}

/** What the plugin has left in the database, by kind. */
export async function leftovers(site: WordPress): Promise<unknown> {
  const left = await site.runPhp(`
    global $wpdb;
    wp_cache_flush();
    echo json_encode( array(
      'options' => $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ringtrail%'" ),
      'tables'  => $wpdb->get_col( "SHOW TABLES LIKE '%ringtrail%'" ),
      'cron'    => strpos( json_encode( get_option( 'cron' ) ), 'ringtrail' ),
      'roles'   => strpos( json_encode( get_option( $wpdb->prefix . 'user_roles' ) ), 'ringtrail' ),
      'users'   => $wpdb->get_col( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%ringtrail%' OR meta_value LIKE '%ringtrail_%'" ),
      'folder'  => is_dir( WP_PLUGIN_DIR . '/ringtrail' ),
    ) );
  `);
  return JSON.parse(left);
}
