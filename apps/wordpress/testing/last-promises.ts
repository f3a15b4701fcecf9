import { deletePlugin } from "@tooling/wordpress-harness";
import { expect, test } from "vitest";
import { site } from "./the-site.ts";

/** What holds at the end of every lane, whatever was done before. */
export function lastPromises(): void {
  test("PHP has nothing to complain of", async () => {
    const log = await site.wordpress.runPhp("echo @file_get_contents( WP_CONTENT_DIR . '/debug.log' );");
    expect(log.split("\n").filter((line) => line.includes("ringtrail"))).toEqual([]);
  });

  test("deleting the plugin leaves no option, cron or capability behind", async () => {
    // A question that is under way when the owner switches the plugin off, and finds late that its server is gone.
    await site.wordpress.runPhp(`
      file_put_contents( ABSPATH . 'late.php', "<?php require __DIR__ . '/wp-load.php'; touch( __DIR__ . '/begun' ); sleep( 2 );
        Ringtrail\\\\Circuit::open( 'http://gone.example' ); echo 'late';" );
    `);
    const underWay = fetch(`${site.wordpress.url}/late.php`);
    await expect.poll(() => site.wordpress.runPhp("echo (int) file_exists( ABSPATH . 'begun' );")).toBe("1");
    await deletePlugin(site.wordpress, "ringtrail");
    expect(await (await underWay).text()).toBe("late");
    const left = await site.wordpress.runPhp(`
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
