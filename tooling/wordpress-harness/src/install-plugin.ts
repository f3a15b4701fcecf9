import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";

/** A plugin as its owner would bring it: the zip, or (for quick work) the folder itself. */
export type PluginSource =
  | { readonly zip: string; readonly slug: string }
  | { readonly folder: string; readonly slug: string };

/** Installs a zip with WordPress's own installer, then activates the plugin. @throws with WordPress's words. */
export async function installPlugin(
  plugin: PluginSource,
  site: {
    readonly core: string;
    /** Whether it is switched on for every site of a network. */
    readonly isNetwork: boolean;
    readonly runPhp: (code: string) => Promise<string>;
  },
): Promise<void> {
  const { core, isNetwork, runPhp } = site;
  if ("zip" in plugin) {
    const incoming = path.join(core, "wp-content/incoming");
    await mkdir(incoming, { recursive: true });
    await copyFile(plugin.zip, path.join(incoming, `${plugin.slug}.zip`));
  }
  const answer = await runPhp(`
    require_once ABSPATH . 'wp-admin/includes/admin.php';
    require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
    wp_set_current_user( 1 );
    $done = true;
    if ( ${"zip" in plugin ? "true" : "false"} ) {
      $installer = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
      $done = $installer->install( WP_CONTENT_DIR . '/incoming/${plugin.slug}.zip' );
    }
    if ( true === $done ) { $done = activate_plugin( '${plugin.slug}/${plugin.slug}.php', '', ${isNetwork} ); }
    echo "\\nOUTCOME ", is_wp_error( $done ) ? $done->get_error_message() : ( false === $done ? 'not installed' : 'active' );
  `);
  const outcome = /OUTCOME (.*)$/s.exec(answer)?.[1]?.trim();
  if (outcome !== "active") throw new Error(`WordPress did not take the plugin: ${outcome ?? answer}`);
}
