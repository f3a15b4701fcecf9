<?php
/**
 * Holds back a flood.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Counts questions from one network in a minute. Kept by a fingerprint with the site's own salt: no address is stored.
 */
final class Rate_Limit {

	/**
	 * Takes one of what a network has left; false when it has none.
	 *
	 * @param string $door What is asked.
	 * @param int    $most How many a minute.
	 */
	public static function take( string $door, int $most ): bool {
		$name  = 'ringtrail_rate_' . md5( $door . wp_salt() . self::network() . (string) floor( time() / MINUTE_IN_SECONDS ) );
		$taken = (int) get_transient( $name );
		if ( $taken >= $most ) {
			return false;
		}
		set_transient( $name, $taken + 1, 2 * MINUTE_IN_SECONDS );
		return true;
	}

	/**
	 * Who asks, as the web server knows. A header that anybody can write is not believed.
	 */
	public static function address(): string {
		$address = isset( $_SERVER['REMOTE_ADDR'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) ) : '';
		return false === filter_var( $address, FILTER_VALIDATE_IP ) ? '' : $address;
	}

	/**
	 * The asker's network: one IPv4 address, or the 64 bits of IPv6 that one customer has.
	 */
	private static function network(): string {
		$address = self::address();
		$packed  = '' === $address ? false : inet_pton( $address );
		return false === $packed ? '' : bin2hex( substr( $packed, 0, 8 ) );
	}
}
