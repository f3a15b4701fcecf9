<?php
/**
 * Whether numbers are swapped on this site's pages.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * What the server has seen of visitors' pages, for Site Health.
 */
final class Health_Swaps {

	/**
	 * What the owner has set.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * The way to the server.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Remembers what is asked.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param Server   $server   The way to the server.
	 */
	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	/**
	 * Whether a page showed a number of ours in place of its own lately, and if not, whether pages were seen at all.
	 *
	 * @param int $days How long may pass without.
	 */
	public function swapped( int $days ): array {
		$site = $this->site();
		$seen = is_wp_error( $site ) ? $site : $this->server->ask( 'GET', '/v1/sites/' . rawurlencode( $site ) . '/check' );
		if ( is_wp_error( $seen ) ) {
			return array( 'recommended', $seen->get_error_message() );
		}
		$last = isset( $seen['lastSwapAt'] ) ? (int) strtotime( (string) $seen['lastSwapAt'] ) : 0;
		if ( $last > time() - $days * DAY_IN_SECONDS ) {
			/* translators: %s: how long ago, for example "2 hours". */
			return array( 'good', sprintf( __( 'A visitor last saw a number of yours in place of the page\'s own %s ago.', 'ringtrail' ), human_time_diff( $last ) ) );
		}
		if ( isset( $seen['lastSeenAt'] ) ) {
			/* translators: %d: number of days. */
			return array( 'recommended', sprintf( __( 'Pages were seen, but no number was swapped for %d days. Open a page with ?ringtrail=debug at the end of its address: a panel says of every number why.', 'ringtrail' ), $days ) );
		}
		return array( 'recommended', __( 'The server saw no page of this site for 30 days. Open a page in a private window, and empty your page cache if this stays.', 'ringtrail' ) );
	}

	/**
	 * The server's id of this site: told when it was connected by a code, else found by its key.
	 *
	 * @return string|\WP_Error
	 */
	private function site() {
		$site = $this->settings->saved()['site'];
		if ( '' !== $site ) {
			return $site;
		}
		$known = Server_List::read( $this->server, '/v1/sites', 'sites' );
		if ( is_wp_error( $known ) ) {
			return $known;
		}
		foreach ( $known as $one ) {
			if ( isset( $one['id'], $one['key'] ) && $this->settings->site_key() === $one['key'] ) {
				return (string) $one['id'];
			}
		}
		return Problem::make( 'site_unknown', 404, __( 'The server knows no site with this site key. Check it under Ringtrail, Settings.', 'ringtrail' ) );
	}
}
