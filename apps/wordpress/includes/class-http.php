<?php
/**
 * Requests to a server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * How every request to a server is made.
 */
final class Http {

	/**
	 * One request. It follows no redirect: the key must not be carried elsewhere.
	 *
	 * @param string $url     Where.
	 * @param string $method  HTTP method.
	 * @param array  $headers What it says of itself.
	 * @param string $body    JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	public static function request( string $url, string $method, array $headers, string $body ) {
		$given = compact( 'method', 'headers' ) + array(
			'timeout'     => Server::TIMEOUT_SECONDS,
			'redirection' => 0,
			'body'        => '' === $body ? null : $body,
		);
		return wp_remote_request( $url, $given );
	}

	/**
	 * What every request says of itself.
	 *
	 * @param string $accept Media types that are taken.
	 * @param string $body   JSON to send; empty for none.
	 */
	public static function headers( string $accept, string $body ): array {
		return array( 'Accept' => $accept ) + ( '' === $body ? array() : array( 'Content-Type' => 'application/json' ) );
	}
}
