<?php
/**
 * What the server answered.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Reads an answer of the server: for the plugin itself, or for the screens.
 */
final class Server_Answer {

	/**
	 * As an array that the plugin looks into, or an error with a code and what to do.
	 *
	 * @param array $answer What the server sent.
	 * @return array|\WP_Error
	 */
	public static function read( array $answer ) {
		$status = (int) wp_remote_retrieve_response_code( $answer );
		$body   = 204 === $status ? array() : json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( ! is_array( $body ) ) {
			return Problem::not_a_server();
		}
		return $status >= 200 && $status < 300 ? $body : self::problem( $status, $body );
	}

	/**
	 * As the screens get it: what was an object stays one, also an empty one.
	 *
	 * @param array $answer What the server sent.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function as_it_is( array $answer ) {
		$status = (int) wp_remote_retrieve_response_code( $answer );
		if ( $status < 200 || $status >= 300 ) {
			$read = self::read( $answer );
			return is_wp_error( $read ) ? $read : Problem::not_a_server();
		}
		$body = 204 === $status ? null : json_decode( wp_remote_retrieve_body( $answer ) );
		return is_object( $body ) || 204 === $status ? new \WP_REST_Response( $body, $status ) : Problem::not_a_server();
	}

	/**
	 * Why the server refused.
	 *
	 * @param int   $status The server's status.
	 * @param array $body   Its answer.
	 */
	private static function problem( int $status, array $body ): \WP_Error {
		$code = $body['code'] ?? '';
		if ( 401 === $status ) {
			return Problem::make( 'key_refused', 502, __( 'The Ringtrail server refuses the API key. Make a new one there and paste it under Ringtrail, Settings.', 'ringtrail' ) );
		}
		if ( 'scope_missing' === $code && false !== strpos( (string) ( $body['detail'] ?? '' ), 'callers:read' ) ) {
			return Problem::make( $code, 403, __( 'This site\'s key may not know callers, and a clinic\'s call flow says who answers there. Change it in the console of your Ringtrail server, or connect this site again and let it handle callers\' data when you approve it.', 'ringtrail' ) );
		}
		if ( 'scope_missing' === $code ) {
			return Problem::make( $code, 403, __( 'The key this site uses may not do that. Disconnect and connect again under Ringtrail, Settings, and the site gets a key that may.', 'ringtrail' ) );
		}
		if ( 'sign_in_not_fresh' === $code ) {
			return Problem::make( $code, 403, __( 'Calls can be sent to a new phone only by somebody who has just signed in. Add that phone in the console of your Ringtrail server; everything else of the flow can be changed here.', 'ringtrail' ) );
		}
		return Problem::of_server( $status, $body );
	}
}
