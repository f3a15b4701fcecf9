<?php
/**
 * Leaves nothing behind when the plugin is deleted.
 *
 * @package Ringtrail
 */

defined( 'ABSPATH' ) || exit;
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/class-capability.php';

/**
 * Clears one site.
 */
function ringtrail_uninstall_site(): void {
	delete_option( 'ringtrail' );
	\Ringtrail\Capability::revoke();
}

if ( is_multisite() ) {
	// A network of thousands of sites must not end in a timeout: the rest is cleared when each site is deleted.
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 500 ) ) as $ringtrail_site ) {
		switch_to_blog( $ringtrail_site );
		ringtrail_uninstall_site();
		restore_current_blog();
	}
} else {
	ringtrail_uninstall_site();
}
