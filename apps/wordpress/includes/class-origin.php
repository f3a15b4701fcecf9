<?php
/**
 * Where a page comes from.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Scheme, host and port, as browsers name them.
 */
final class Origin {

	/**
	 * The origin of an address.
	 *
	 * @param string $url An address.
	 */
	public static function of( string $url ): string {
		$parts = wp_parse_url( $url );
		return $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	}
}
