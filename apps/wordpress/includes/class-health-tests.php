<?php
/**
 * The tests of Site Health.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Each answers as Site Health wants it: good, recommended or critical, and in one sentence what to do.
 */
final class Health_Tests {

	/**
	 * Days without a call after which an owner should look.
	 */
	const QUIET_DAYS = 14;

	/**
	 * Seconds the clocks may differ: signatures and leases are judged by them.
	 */
	const CLOCK_SECONDS = 120;

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
	 * Remembers what the tests ask.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param Server   $server   The way to the server.
	 */
	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	/**
	 * Runs one test.
	 *
	 * @param string $name One of Site_Health::names().
	 */
	public function run( string $name ): array {
		list( $status, $words ) = call_user_func( array( $this, 'test_' . $name ) );
		return array(
			'label'       => Site_Health::names()[ $name ],
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Call tracking', 'ringtrail' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $words ) . '</p>',
			'actions'     => 'good' === $status ? '' : '<a href="' . esc_url( admin_url( 'admin.php?page=' . Settings_Page::SLUG ) ) . '">' . esc_html__( 'Ringtrail settings', 'ringtrail' ) . '</a>',
			'test'        => 'ringtrail_' . $name,
		);
	}

	/**
	 * Does the server take our key?
	 */
	private function test_connected(): array {
		$session = $this->server->ask( 'GET', '/v1/session' );
		if ( is_wp_error( $session ) ) {
			return array( 'not_connected' === $session->get_error_code() ? 'recommended' : 'critical', $session->get_error_message() );
		}
		/* translators: %s: name of the account on the server. */
		return array( 'good', sprintf( __( 'The server answers for the account %s.', 'ringtrail' ), (string) ( $session['account']['name'] ?? '' ) ) );
	}

	/**
	 * Does a visitor's page carry the script?
	 */
	private function test_served(): array {
		if ( ! $this->settings->can_swap() ) {
			return array( 'recommended', __( 'No script is printed before the site is connected.', 'ringtrail' ) );
		}
		$page = Page_Numbers::home_page();
		if ( '' === $page ) {
			return array( 'recommended', __( 'The site could not open its own home page to look.', 'ringtrail' ) );
		}
		return false === strpos( $page, 'ringtrail-config' )
			? array( 'critical', __( 'The home page that visitors get does not carry the script. Empty your page cache; if it is still missing, your theme does not call wp_head().', 'ringtrail' ) )
			: array( 'good', __( 'The home page that visitors get carries the script and its settings.', 'ringtrail' ) );
	}

	/**
	 * Did a visitor see a number of ours lately?
	 */
	private function test_swapped(): array {
		return ( new Health_Swaps( $this->settings, $this->server ) )->swapped( self::QUIET_DAYS );
	}

	/**
	 * Do the clocks agree?
	 */
	private function test_clock(): array {
		return ( new Health_Facts( $this->settings, $this->server ) )->clock( self::CLOCK_SECONDS );
	}

	/**
	 * Does another call tracker fight over the same numbers?
	 */
	private function test_duplicates(): array {
		return ( new Health_Facts( $this->settings, $this->server ) )->duplicates();
	}

	/**
	 * Did a tracking number get into what is saved?
	 */
	private function test_pollution(): array {
		return ( new Health_Facts( $this->settings, $this->server ) )->pollution();
	}

	/**
	 * Can this site reach the business when the server is down?
	 */
	private function test_fallback(): array {
		return ( new Health_Facts( $this->settings, $this->server ) )->fallback();
	}
}
