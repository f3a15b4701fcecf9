import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { adminPromises } from "./admin-promises.ts";
import { carePromises } from "./care-promises.ts";
import { editorPromises } from "./editor-promises.ts";
import { optimiserPromises } from "./optimiser-promises.ts";
import { orderPromises } from "./order-promises.ts";
import { pagePromises } from "./page-promises.ts";
import { routePromises } from "./route-promises.ts";
import { openTheSite, site } from "./the-site.ts";

// One WordPress for everything: the promises stand in files of their own, in the order of an owner's life with the plugin.
beforeAll(() => openTheSite());
afterEach(() => site.closePages());
afterAll(() => site?.close());

describe("pages and settings", () => {
  pagePromises();
});
describe("wp-admin", () => {
  adminPromises();
});
describe("block, shortcode, binding and forms", () => {
  editorPromises();
});
describe("caches and optimisers", () => {
  optimiserPromises();
});
describe("care for the site", () => {
  carePromises();
});
describe("orders", () => {
  orderPromises();
});
describe("routes", () => {
  routePromises();
});

test("PHP has nothing to complain of", async () => {
  const log = await site.wordpress.runPhp("echo @file_get_contents( WP_CONTENT_DIR . '/debug.log' );");
  expect(log.split("\n").filter((line) => line.includes("ringtrail"))).toEqual([]);
});

test("deleting the plugin leaves no option, cron or capability behind", async () => {
  const left = await site.wordpress.runPhp(`
    require_once ABSPATH . 'wp-admin/includes/admin.php';
    wp_set_current_user( 1 );
    deactivate_plugins( 'ringtrail/ringtrail.php' );
    delete_plugins( array( 'ringtrail/ringtrail.php' ) );
    global $wpdb;
    echo json_encode( array(
      'options' => $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ringtrail%'" ),
      'cron' => strpos( json_encode( get_option( 'cron' ) ), 'ringtrail' ),
      'roles' => strpos( json_encode( get_option( $wpdb->prefix . 'user_roles' ) ), 'ringtrail' ),
      'folder' => is_dir( WP_PLUGIN_DIR . '/ringtrail' ),
    ) );
  `);
  expect(JSON.parse(left)).toEqual({ options: [], cron: false, roles: false, folder: false });
});
