import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Makes a site the first of a network whose others stand in folders of the same address. WordPress's own screen for it
 * refuses addresses with a port; its functions do not.
 */
export async function makeNetwork(core: string, url: string, runPhp: (code: string) => Promise<string>): Promise<void> {
  const { host } = new URL(url);
  await runPhp(`
    global $wpdb;
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    require_once ABSPATH . 'wp-admin/includes/network.php';
    foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) { $wpdb->$table = $prefixed; }
    install_network();
    $made = populate_network( 1, '${host}', 'admin@example.com', 'Network', '/', false );
    if ( is_wp_error( $made ) && 'no_wildcard_dns' !== $made->get_error_code() ) { echo $made->get_error_message(); exit( 1 ); }
  `);
  const file = path.join(core, "wp-config.php");
  const constants = [
    ["WP_ALLOW_MULTISITE", "true"],
    ["MULTISITE", "true"],
    ["SUBDOMAIN_INSTALL", "false"],
    ["DOMAIN_CURRENT_SITE", `'${host}'`],
    ["PATH_CURRENT_SITE", "'/'"],
    ["SITE_ID_CURRENT_SITE", "1"],
    ["BLOG_ID_CURRENT_SITE", "1"],
  ].map(([name, value]) => `if ( ! defined( '${name}' ) ) { define( '${name}', ${value} ); }`);
  const config = await readFile(file, "utf8");
  await writeFile(file, config.replace(/^<\?php/, `<?php\n${constants.join("\n")}\n`));
}
