import type { WordPress } from "./start-wordpress.ts";

/**
 * Switches a plugin off and deletes it, as its owner would. In between it waits for what is under way: a request that
 * began while the plugin was on may write an option after the plugin has taken its options away.
 */
export async function deletePlugin(site: WordPress, slug: string): Promise<void> {
  const asOwner = `require_once ABSPATH . 'wp-admin/includes/admin.php'; wp_set_current_user( 1 );`;
  await site.runPhp(`${asOwner} deactivate_plugins( '${slug}/${slug}.php' );`);
  await site.untilIdle();
  await site.runPhp(`${asOwner} delete_plugins( array( '${slug}/${slug}.php' ) );`);
}
