<?php
/**
 * What is kept of an approved connection.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps what the server handed over.
 */
final class Connection {

	/**
	 * Saves the connection, asks whether the site is a clinic's, and lets the fallback documents be read soon.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param string   $server   The server's address.
	 * @param array    $given    siteKey, apiKey, site and targets, as the server says.
	 */
	public static function keep( Settings $settings, string $server, array $given ): void {
		$first = isset( $given['targets'][0]['e164'] ) ? (string) $given['targets'][0]['e164'] : '';
		$settings->save(
			array(
				'server'   => $server,
				'site_key' => (string) ( $given['siteKey'] ?? '' ),
				'api_key'  => (string) ( $given['apiKey'] ?? '' ),
				'site'     => (string) ( $given['site'] ?? '' ),
				'phone'    => '' === $settings->phone() ? $first : $settings->phone(),
			)
		);
		Clinic::refresh();
		wp_schedule_single_event( time(), Fallback::EVENT );
	}
}
