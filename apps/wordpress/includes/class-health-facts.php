<?php
/**
 * What Site Health finds out.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The tests that compare things: clocks, scripts, saved content, documents.
 */
final class Health_Facts {

	/**
	 * Scripts of other call trackers, by what their addresses hold.
	 */
	const TRACKERS = array( 'callrail.com', 'calltrk.com', 'tctm.co', 'whatconverts.com', 'invocacdn.com', 'phonexa.com', 'callsource.com', 'dialogtech.com', 'marchex.io', 'responsetap.com', 'infinity-tracking.net', 'convirza.com', 'nimbata.com', 'ctm.js' );

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
	 * Whether the clocks agree.
	 *
	 * @param int $may_differ Seconds.
	 */
	public function clock( int $may_differ ): array {
		if ( '' === $this->settings->server() ) {
			return array( 'recommended', __( 'There is no server to compare with yet.', 'ringtrail' ) );
		}
		$answer = wp_remote_get( $this->settings->server() . '/healthz', array( 'timeout' => Server::TIMEOUT_SECONDS ) );
		$said   = is_wp_error( $answer ) ? '' : (string) wp_remote_retrieve_header( $answer, 'date' );
		if ( '' === $said || false === strtotime( $said ) ) {
			return array( 'recommended', __( 'The server did not say what time it is.', 'ringtrail' ) );
		}
		$apart = abs( time() - (int) strtotime( $said ) );
		/* translators: %d: seconds. */
		return array( $apart <= $may_differ ? 'good' : 'recommended', sprintf( __( 'The clocks are %d seconds apart. Far apart, signatures expire at once and calls are credited to the wrong visit.', 'ringtrail' ), $apart ) );
	}

	/**
	 * Whether another call tracker is on the home page.
	 */
	public function duplicates(): array {
		$page = Page_Numbers::home_page();
		if ( '' === $page ) {
			return array( 'recommended', __( 'The site could not open its own home page to look.', 'ringtrail' ) );
		}
		preg_match_all( '/<script\b[^>]*\bsrc=["\']([^"\']+)/i', $page, $scripts );
		foreach ( $scripts[1] as $address ) {
			foreach ( self::TRACKERS as $tracker ) {
				if ( false !== stripos( $address, $tracker ) ) {
					/* translators: %s: address of another script. */
					return array( 'recommended', sprintf( __( 'Another call tracker is on your page: %s. Two of them swap the same numbers again and again. Remove one.', 'ringtrail' ), $address ) );
				}
			}
		}
		return array( 'good', __( 'No other call tracker was found on the home page.', 'ringtrail' ) );
	}

	/**
	 * Whether a tracking number stands in saved content, where everybody would dial it.
	 */
	public function pollution(): array {
		$pools = Server_List::read( $this->server, '/v1/pools', 'pools' );
		if ( is_wp_error( $pools ) ) {
			return array( 'recommended', $pools->get_error_message() );
		}
		$numbers = array();
		foreach ( $pools as $pool ) {
			$numbers = array_merge( $numbers, array_column( (array) ( $pool['numbers'] ?? array() ), 'e164' ) );
		}
		$found = Page_Numbers::posts_with( array_slice( array_unique( array_map( 'strval', $numbers ) ), 0, 500 ) );
		if ( array() === $found ) {
			return array( 'good', __( 'None of your tracking numbers was found in posts and pages.', 'ringtrail' ) );
		}
		/* translators: %s: titles of posts. */
		return array( 'critical', sprintf( __( 'A tracking number was saved in: %s. Put your own number there: search engines and directories copy what is saved, and calls would be credited to nobody.', 'ringtrail' ), implode( ', ', $found ) ) );
	}

	/**
	 * Whether this site could answer carriers.
	 */
	public function fallback(): array {
		$facts = Fallback::facts();
		if ( 0 === $facts['numbers'] ) {
			return array( 'recommended', __( 'This site keeps no fallback documents yet. They are read every hour once the site is connected by a key that may see numbers.', 'ringtrail' ) );
		}
		/* translators: 1: number of documents, 2: how long ago. */
		return array( 'good', sprintf( __( 'This site can answer carriers for %1$d numbers; the copy was made %2$s ago. To use it, start the server with FALLBACK_URL set to this site.', 'ringtrail' ), $facts['numbers'], human_time_diff( $facts['at'] ) ) );
	}
}
