<?php
/**
 * Scripts that were built for wp-admin.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Loads what `@wordpress/scripts` built, with the dependencies it wrote down.
 */
final class Built_Script {

	/**
	 * Queues one script with its translations.
	 *
	 * @param string $name Name of the file in build.
	 */
	public static function enqueue( string $name ): void {
		$folder = plugin_dir_path( RINGTRAIL_FILE );
		$built  = require $folder . 'build/' . $name . '.asset.php';
		wp_enqueue_script( 'ringtrail-' . $name, plugins_url( 'build/' . $name . '.js', RINGTRAIL_FILE ), $built['dependencies'], $built['version'], true );
		wp_set_script_translations( 'ringtrail-' . $name, 'ringtrail', $folder . 'languages' );
	}
}
