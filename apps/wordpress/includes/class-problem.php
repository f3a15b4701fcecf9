<?php
/**
 * A refusal as the REST API sends it.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * One kind of error for the whole plugin: a permanent code, a sentence that says what happened and what to do.
 */
final class Problem {

	/**
	 * An error as the REST API sends it.
	 *
	 * @param string $code    Permanent code.
	 * @param int    $status  HTTP status for the browser.
	 * @param string $message What happened and what to do.
	 * @param string $field   The part of the request it is about; empty for none.
	 */
	public static function make( string $code, int $status, string $message, string $field = '' ): \WP_Error {
		return new \WP_Error(
			$code,
			$message,
			array(
				'status' => $status,
				'field'  => $field,
			)
		);
	}

	/**
	 * The address answers something else.
	 */
	public static function not_a_server(): \WP_Error {
		return self::make( 'not_a_ringtrail_server', 502, __( 'The address answers, but not as a Ringtrail server does. Check the address under Ringtrail, Settings.', 'ringtrail' ) );
	}

	/**
	 * Nothing answers.
	 */
	public static function unreachable(): \WP_Error {
		return self::make( 'server_unreachable', 502, __( 'The Ringtrail server does not answer. Check that it runs and that its address under Ringtrail, Settings is right.', 'ringtrail' ) );
	}

	/**
	 * The server failed a moment ago, and nobody waits for it again yet.
	 */
	public static function resting(): \WP_Error {
		return self::make( 'server_resting', 502, __( 'The Ringtrail server did not answer a moment ago. It is asked again within half a minute; until then wp-admin does not wait for it.', 'ringtrail' ) );
	}

	/**
	 * The site has no server yet.
	 */
	public static function not_connected(): \WP_Error {
		return self::make( 'not_connected', 409, __( 'This site is not connected yet. Enter the server address and an API key under Ringtrail, Settings.', 'ringtrail' ) );
	}

	/**
	 * What the server itself says is wrong, in its own words.
	 *
	 * @param int   $status The server's status.
	 * @param array $body   Its answer.
	 */
	public static function of_server( int $status, array $body ): \WP_Error {
		$code  = isset( $body['code'] ) && is_string( $body['code'] ) ? $body['code'] : 'server_refused';
		$title = isset( $body['title'] ) && is_string( $body['title'] ) ? $body['title'] : __( 'The Ringtrail server refused the request.', 'ringtrail' );
		$fix   = isset( $body['fix'] ) && is_string( $body['fix'] ) ? ' ' . $body['fix'] : '';
		$field = isset( $body['field'] ) && is_string( $body['field'] ) ? $body['field'] : '';
		return self::make( $code, $status >= 400 && $status < 500 ? $status : 502, $title . $fix, $field );
	}
}
