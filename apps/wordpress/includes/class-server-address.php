<?php
/**
 * Reads a server's address.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * An address that can be asked without giving anything away: no parts that could carry a secret, and encrypted unless
 * the server stands in the same house.
 */
final class Server_Address {

	/**
	 * The address without a slash at its end, or why it cannot be used.
	 *
	 * @param string $given What somebody wrote.
	 * @return string|\WP_Error
	 */
	public static function read( string $given ) {
		$given = trim( $given );
		if ( 1 === preg_match( '/^[a-z0-9.-]+\.[a-z]{2,}$/i', $given ) ) {
			$given = 'https://' . $given;
		}
		$parts = wp_parse_url( $given );
		$fits  = is_array( $parts ) && in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true )
			&& ! empty( $parts['host'] ) && ! isset( $parts['user'] ) && ! isset( $parts['query'] ) && ! isset( $parts['fragment'] );
		if ( ! $fits ) {
			return Problem::make( 'server_malformed', 400, __( 'The server address was not saved: it must look like https://calls.example.com.', 'ringtrail' ), 'server' );
		}
		if ( 'http' === $parts['scheme'] && ! self::is_near( $parts['host'] ) ) {
			return Problem::make( 'server_not_https', 400, __( 'The server address was not saved: over plain http everybody on the way could read your key and your callers\' numbers. Write https:// and let the server have a certificate.', 'ringtrail' ), 'server' );
		}
		return untrailingslashit( esc_url_raw( $given, array( 'http', 'https' ) ) );
	}

	/**
	 * Whether a host is this machine or stands in the same private network.
	 *
	 * @param string $host Its name or address.
	 */
	private static function is_near( string $host ): bool {
		$host = trim( $host, '[]' );
		if ( 1 === preg_match( '/^localhost$|\.(localhost|local|test|internal)$|^[a-z0-9-]+$/i', $host ) ) {
			return true;
		}
		return false !== filter_var( $host, FILTER_VALIDATE_IP )
			&& false === filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}
}
