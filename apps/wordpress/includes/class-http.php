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
	 * @param string $body    What to send; empty for nothing.
	 * @param int    $timeout Seconds it may take.
	 * @return array|\WP_Error
	 */
	public static function request( string $url, string $method, array $headers, string $body, int $timeout = Server::TIMEOUT_SECONDS ) {
		$given = compact( 'method', 'headers', 'timeout' ) + array(
			'redirection' => 0,
			'body'        => '' === $body ? null : $body,
		);
		return wp_remote_request( $url, $given );
	}

	/**
	 * What every request says of itself.
	 *
	 * @param string $accept Media types that are taken.
	 * @param string $body   What to send; empty for nothing.
	 * @param string $type   What it is.
	 */
	public static function headers( string $accept, string $body, string $type = 'application/json' ): array {
		return array( 'Accept' => $accept ) + ( '' === $body ? array() : array( 'Content-Type' => $type ) );
	}

	/**
	 * A path with its parameters.
	 *
	 * @param string $path  Path on the server.
	 * @param array  $query Query parameters.
	 */
	public static function with_query( string $path, array $query ): string {
		return $path . ( $query ? '?' . http_build_query( $query ) : '' );
	}
}
