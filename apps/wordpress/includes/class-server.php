<?php
/**
 * The way to the Ringtrail server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Asks the owner's Ringtrail server, with the key that never leaves PHP. A slow server costs wp-admin three seconds
 * at most.
 */
final class Server {

	const TIMEOUT_SECONDS = 3;

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
	 * Asks the server and answers its JSON, or an error with a code and what to do.
	 *
	 * @param string $method GET or POST.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param array  $query  Query parameters; empty ones are left out.
	 * @param string $body   JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	public function ask( string $method, string $path, array $query = array(), string $body = '' ) {
		$query  = array_filter( $query, 'strlen' );
		$answer = $this->send( $method, $path . ( $query ? '?' . http_build_query( $query ) : '' ), 'application/json', $body );
		return is_wp_error( $answer ) ? $answer : self::read( $answer );
	}

	/**
	 * Asks a server that this site need not be connected to, without any key.
	 *
	 * @param string $server Its address.
	 * @param string $method GET or POST.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param string $body   JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	public static function ask_anybody( string $server, string $method, string $path, string $body = '' ) {
		$answer = Http::request( untrailingslashit( $server ) . $path, $method, Http::headers( 'application/json', $body ), $body );
		return is_wp_error( $answer ) ? Problem::unreachable() : self::read( $answer );
	}

	/**
	 * Asks the server for a text of one media type and answers it word for word, or an error with a code and what to do.
	 *
	 * @param string $path Path on the server, starting with /v1/.
	 * @param string $type The only media type that is taken.
	 * @return string|\WP_Error
	 */
	public function ask_text( string $path, string $type ) {
		$answer = $this->send( 'GET', $path, $type . ', application/problem+json', '' );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$is_good = 200 === (int) wp_remote_retrieve_response_code( $answer );
		if ( $is_good && 0 === strpos( (string) wp_remote_retrieve_header( $answer, 'content-type' ), $type ) ) {
			return wp_remote_retrieve_body( $answer );
		}
		$read = $is_good ? null : self::read( $answer );
		return is_wp_error( $read ) ? $read : Problem::not_a_server();
	}

	/**
	 * Sends one request.
	 *
	 * @param string $method GET or POST.
	 * @param string $path   Path and query on the server.
	 * @param string $accept Media types that are taken.
	 * @param string $body   JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	private function send( string $method, string $path, string $accept, string $body ) {
		if ( ! $this->settings->can_ask() ) {
			return Problem::not_connected();
		}
		$server = $this->settings->server();
		if ( Circuit::is_open( $server ) ) {
			return Problem::resting();
		}
		$headers = Http::headers( $accept, $body ) + array( 'Authorization' => 'Bearer ' . $this->settings->api_key() );
		$answer  = Http::request( $server . $path, $method, $headers, $body );
		if ( is_wp_error( $answer ) ) {
			Circuit::open( $server );
			return Problem::unreachable();
		}
		return $answer;
	}

	/**
	 * Reads the server's answer.
	 *
	 * @param array $answer What the server sent.
	 * @return array|\WP_Error
	 */
	private static function read( array $answer ) {
		$status = (int) wp_remote_retrieve_response_code( $answer );
		$body   = 204 === $status ? array() : json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( ! is_array( $body ) ) {
			return Problem::not_a_server();
		}
		if ( $status >= 200 && $status < 300 ) {
			return $body;
		}
		if ( 401 === $status ) {
			return Problem::make( 'key_refused', 502, __( 'The Ringtrail server refuses the API key. Make a new one there and paste it under Ringtrail, Settings.', 'ringtrail' ) );
		}
		return Problem::of_server( $status, $body );
	}
}
