import { expect, test } from "vitest";
import { site } from "./the-site.ts";

/** What holds at the end of every lane, whatever was done before. */
export function lastPromises(): void {
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
}
