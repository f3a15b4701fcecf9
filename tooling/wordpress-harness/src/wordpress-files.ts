import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Where the npm package `wp-studio` carries WordPress as plain files. The package is used as data only. */
export function wordPressFiles(): string {
  const manifest = createRequire(import.meta.url).resolve("wp-studio/package.json");
  return path.join(path.dirname(manifest), "dist/cli/wp-files");
}

/** The version of the WordPress that is carried, for example `7.1.1`. */
export async function wordPressVersion(): Promise<string> {
  const file = await readFile(path.join(wordPressFiles(), "latest/wordpress/wp-includes/version.php"), "utf8");
  const version = /\$wp_version = '([^']+)'/.exec(file)?.[1];
  if (version === undefined) throw new Error("wp-includes/version.php names no $wp_version.");
  return version;
}

/**
 * Tests talk to this machine only. Every other address fails at once instead of after a timeout, and pictures of
 * people (Gravatar) are not asked for.
 */
const offlinePlugin = `<?php
defined( 'ABSPATH' ) || exit;
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		if ( in_array( $host, array( '127.0.0.1', 'localhost', '[::1]' ), true ) ) {
			return $answer;
		}
		return new WP_Error( 'offline', 'Tests talk to this machine only.' );
	},
	10,
	3
);
add_filter( 'pre_option_show_avatars', '__return_zero' );
`;

/** Copies WordPress into `folder` (the runtime writes into it) and shuts the network off for it. */
export async function copyWordPress(
  folder: string,
  files = path.join(wordPressFiles(), "latest/wordpress"),
): Promise<void> {
  await cp(files, folder, { recursive: true });
  const mustUse = path.join(folder, "wp-content/mu-plugins");
  await mkdir(mustUse, { recursive: true });
  await writeFile(path.join(mustUse, "0-offline.php"), offlinePlugin);
}
