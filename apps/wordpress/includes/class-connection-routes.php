<?php
/**
 * Connects the site to a server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1/connection. Nobody copies a secret: the server is asked for a one-time code, somebody who may
 * approves it in the server's console, and the key then goes from server to server.
 */
final class Connection_Routes {

	/**
	 * What is waiting for approval. Kept per person: two administrators do not take each other's answer.
	 */
	const WAITING = 'ringtrail_connect_';

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
	 * Remembers what is connected.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param Server   $server   The way to the server.
	 */
	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	/**
	 * Registers the routes.
	 */
	public function register(): void {
		$may = array( Capability::class, 'may_manage' );
		Guarded_Route::add( '/connection', 'GET', $may, array( $this, 'show' ) );
		Guarded_Route::add( '/connection', 'DELETE', $may, array( $this, 'forget' ) );
		Guarded_Route::add( '/connection/collections', 'POST', $may, array( $this, 'collect' ) );
		$server = array(
			'description' => __( 'The server\'s address.', 'ringtrail' ),
			'type'        => 'string',
			'maxLength'   => 300,
			'required'    => true,
		);
		Guarded_Route::add( '/connection/requests', 'POST', $may, array( $this, 'ask_for_code' ), array( 'server' => $server ) );
	}

	/**
	 * What the site is connected to. The key itself is never told. A key that was pasted is asked about here, too.
	 */
	public function show(): array {
		$session = $this->settings->can_ask() ? $this->server->ask( 'GET', '/v1/session' ) : null;
		if ( is_array( $session ) ) {
			Clinic::refresh();
		}
		return array(
			'server'  => $this->settings->server(),
			'canSwap' => $this->settings->can_swap(),
			'canAsk'  => $this->settings->can_ask(),
			'account' => is_array( $session ) ? (string) ( $session['account']['name'] ?? '' ) : '',
			'problem' => is_wp_error( $session ) ? $session->get_error_message() : '',
		);
	}

	/**
	 * Forgets the connection. What a constant decides stays.
	 */
	public function forget(): array {
		$this->settings->save( array_fill_keys( array( 'server', 'site_key', 'api_key', 'site', 'clinic' ), '' ) );
		delete_option( Fallback::OPTION );
		return $this->show();
	}

	/**
	 * Asks a server for a one-time code. This is the first thing ever sent to it.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @return array|\WP_Error
	 */
	public function ask_for_code( \WP_REST_Request $request ) {
		$server = Server_Address::read( (string) $request['server'] );
		if ( is_wp_error( $server ) ) {
			return $server;
		}
		$wish   = array(
			'name'   => mb_substr( wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ), 0, 100 ),
			'origin' => Origin::of( home_url() ),
		);
		$answer = Server::ask_anybody( $server, 'POST', '/v1/connect-requests', (string) wp_json_encode( $wish, JSON_UNESCAPED_SLASHES ) );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( ! isset( $answer['code'], $answer['secret'], $answer['approveUrl'] ) ) {
			return Problem::not_a_server();
		}
		set_transient(
			self::WAITING . get_current_user_id(),
			array(
				'server' => $server,
				'code'   => (string) $answer['code'],
				'secret' => (string) $answer['secret'],
			),
			10 * MINUTE_IN_SECONDS
		);
		return array(
			'code'       => (string) $answer['code'],
			'approveUrl' => esc_url_raw( (string) $answer['approveUrl'], array( 'http', 'https' ) ),
		);
	}

	/**
	 * Looks whether the code was approved, and connects if it was.
	 *
	 * @return array|\WP_Error
	 */
	public function collect() {
		$waiting = get_transient( self::WAITING . get_current_user_id() );
		if ( ! is_array( $waiting ) ) {
			return Problem::make( 'code_expired', 410, __( 'The code has expired. Ask for a new one.', 'ringtrail' ) );
		}
		$answer = Server::ask_anybody( $waiting['server'], 'POST', '/v1/connect-requests/' . rawurlencode( $waiting['code'] ) . '/collections', (string) wp_json_encode( array( 'secret' => $waiting['secret'] ) ) );
		if ( is_wp_error( $answer ) || 'approved' !== ( $answer['state'] ?? '' ) ) {
			return is_wp_error( $answer ) ? $answer : array( 'state' => 'waiting' );
		}
		delete_transient( self::WAITING . get_current_user_id() );
		Connection::keep( $this->settings, $waiting['server'], $answer );
		return array( 'state' => 'connected' );
	}
}
