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
		return is_wp_error( $read ) ? $read : self::problem( 'not_a_ringtrail_server', 502, __( 'The address answers, but not as a Ringtrail server does. Check the address under Ringtrail, Settings.', 'ringtrail' ) );
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
		if ( '' === $this->settings->server() || '' === $this->settings->api_key() ) {
			return self::problem( 'not_connected', 409, __( 'This site is not connected yet. Enter the server address and an API key under Ringtrail, Settings.', 'ringtrail' ) );
		}
		$headers = array(
			'Accept'        => $accept,
			'Authorization' => 'Bearer ' . $this->settings->api_key(),
		);
		if ( '' !== $body ) {
			$headers['Content-Type'] = 'application/json';
		}
		$answer = wp_remote_request(
			$this->settings->server() . $path,
			array(
				'method'      => $method,
				'timeout'     => self::TIMEOUT_SECONDS,
				'redirection' => 0,
				'headers'     => $headers,
				'body'        => '' === $body ? null : $body,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return self::problem( 'server_unreachable', 502, __( 'The Ringtrail server does not answer. Check that it runs and that its address under Ringtrail, Settings is right.', 'ringtrail' ) );
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
		$body   = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( ! is_array( $body ) ) {
			return self::problem( 'not_a_ringtrail_server', 502, __( 'The address answers, but not as a Ringtrail server does. Check the address under Ringtrail, Settings.', 'ringtrail' ) );
		}
		if ( $status >= 200 && $status < 300 ) {
			return $body;
		}
		if ( 401 === $status ) {
			return self::problem( 'key_refused', 502, __( 'The Ringtrail server refuses the API key. Make a new one there and paste it under Ringtrail, Settings.', 'ringtrail' ) );
		}
		$code  = isset( $body['code'] ) && is_string( $body['code'] ) ? $body['code'] : 'server_refused';
		$title = isset( $body['title'] ) && is_string( $body['title'] ) ? $body['title'] : __( 'The Ringtrail server refused the request.', 'ringtrail' );
		$fix   = isset( $body['fix'] ) && is_string( $body['fix'] ) ? ' ' . $body['fix'] : '';
		$field = isset( $body['field'] ) && is_string( $body['field'] ) ? $body['field'] : '';
		return self::problem( $code, $status >= 400 && $status < 500 ? $status : 502, $title . $fix, $field );
	}

	/**
	 * An error as the REST API sends it.
	 *
	 * @param string $code    Permanent code.
	 * @param int    $status  HTTP status for the browser.
	 * @param string $message What happened and what to do.
	 * @param string $field   The part of the request it is about; empty for none.
	 */
	private static function problem( string $code, int $status, string $message, string $field = '' ): \WP_Error {
		return new \WP_Error(
			$code,
			$message,
			array(
				'status' => $status,
				'field'  => $field,
			)
		);
	}
}
