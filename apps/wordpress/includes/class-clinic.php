<?php
/**
 * Whether this site is a clinic's.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Learns that the site is in healthcare mode, which its server says to everybody who asks for its configuration. It is asked
 * when the site is connected, when somebody opens the settings, and every hour; never while a page is made.
 */
final class Clinic {

	/**
	 * Asks the server. One that does not answer changes nothing: the mode is not taken off again.
	 */
	public static function refresh(): void {
		$settings = new Settings();
		if ( ! $settings->can_swap() ) {
			return;
		}
		$key    = $settings->site_key();
		$config = Server::ask_anybody( $settings->server(), 'GET', '/v1/sites/' . rawurlencode( $key ) . '/config' );
		if ( is_wp_error( $config ) || ! array_key_exists( 'regime', $config ) ) {
			return;
		}
		// Without a regime no answer of a visitor allows a visit: that is what healthcare mode is to a page.
		$settings->save( array( 'clinic' => null === $config['regime'] ? $key : '' ) );
	}
}
