<?php
/**
 * What the commands do.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The longer commands, apart from their help.
 */
final class Command_Line {

	/**
	 * How long a page may take. Nobody's screen waits for a command, and a page that no cache holds yet is slow.
	 */
	const PAGE_SECONDS = 30;

	/**
	 * What the owner has set.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Remembers the settings.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * Asks for a code and waits ten minutes at most for its approval.
	 *
	 * @param string $server The server's address.
	 */
	public function connect_by_code( string $server ): void {
		$routes  = new Connection_Routes( $this->settings, new Server( $this->settings ) );
		$request = new \WP_REST_Request( 'POST' );
		$request->set_param( 'server', $server );
		$asked = self::checked( $routes->ask_for_code( $request ) );
		/* translators: 1: a code, 2: an address. */
		\WP_CLI::log( sprintf( __( 'Approve the code %1$s at %2$s', 'ringtrail' ), $asked['code'], $asked['approveUrl'] ) );
		do {
			sleep( 2 );
			$answer = self::checked( $routes->collect() );
		} while ( 'connected' !== $answer['state'] );
		\WP_CLI::success( __( 'The site is connected.', 'ringtrail' ) );
	}

	/**
	 * Opens a page as a visitor would and says what is on it.
	 *
	 * @param string $url A page of this site.
	 */
	public function test_swap( string $url ): void {
		$page = wp_remote_get( $url, array( 'timeout' => self::PAGE_SECONDS ) );
		if ( is_wp_error( $page ) ) {
			\WP_CLI::error( $page->get_error_message() );
		}
		$html = (string) wp_remote_retrieve_body( $page );
		if ( 1 !== preg_match( '/id="ringtrail-config"[^>]*>\s*(\{.*?\})\s*<\/script>/s', $html, $config ) ) {
			\WP_CLI::error( __( 'The page carries no Ringtrail: it is not connected, a cache holds an old page, or the theme does not call wp_head().', 'ringtrail' ) );
		}
		\WP_CLI::log( 'config: ' . $config[1] );
		$told    = json_decode( $config[1], true );
		$site    = self::checked( Server::ask_anybody( $this->settings->server(), 'GET', '/v1/sites/' . rawurlencode( (string) $told['site'] ) . '/config' ) );
		$targets = array_column( (array) ( $site['targets'] ?? array() ), 'e164' );
		$found   = Page_Numbers::in( $html );
		foreach ( $found as $number ) {
			\WP_CLI::log( sprintf( '%s: %s', $number['written'], in_array( $number['e164'], $targets, true ) ? __( 'is swapped', 'ringtrail' ) : __( 'is none of your target numbers', 'ringtrail' ) ) );
		}
		if ( array() === array_intersect( array_column( $found, 'e164' ), $targets ) ) {
			\WP_CLI::error( __( 'None of the site\'s target numbers stands on this page.', 'ringtrail' ) );
		}
		\WP_CLI::success( __( 'The page is ready.', 'ringtrail' ) );
	}

	/**
	 * Prints calls, page by page.
	 *
	 * @param string $phone Only this caller's; empty for all.
	 */
	public function export( string $phone ): void {
		$server = new Server( $this->settings );
		if ( '' !== $phone ) {
			$answer = self::checked( $server->ask( 'POST', '/v1/callers/exports', array(), (string) wp_json_encode( array( 'phone' => $phone ) ) ) );
			array_map( array( self::class, 'print_line' ), (array) $answer['calls'] );
			return;
		}
		$cursor = '';
		do {
			$page = self::checked(
				$server->ask(
					'GET',
					'/v1/calls',
					array(
						'limit'  => '100',
						'cursor' => $cursor,
					)
				)
			);
			array_map( array( self::class, 'print_line' ), (array) $page['calls'] );
			$cursor = (string) ( $page['next'] ?? '' );
		} while ( '' !== $cursor );
	}

	/**
	 * Prints one call.
	 *
	 * @param mixed $call The call.
	 */
	private static function print_line( $call ): void {
		\WP_CLI::line( (string) wp_json_encode( $call, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) );
	}

	/**
	 * The answer, or the end of the command with the reason.
	 *
	 * @param mixed $answer What was answered.
	 */
	private static function checked( $answer ): array {
		if ( is_wp_error( $answer ) ) {
			\WP_CLI::error( $answer->get_error_code() . ': ' . $answer->get_error_message() );
		}
		return (array) $answer;
	}
}
