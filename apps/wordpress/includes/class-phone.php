<?php
/**
 * A phone number as people write it and as telephones dial it.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Reads what an owner wrote. Only what is sure is taken: ten digits are North American, everything else needs its
 * country code. What the page shows stays as the owner wrote it; the browser reads and swaps it.
 */
final class Phone {

	/**
	 * The number as E.164, or an empty text when it cannot be told.
	 *
	 * @param string $written As somebody wrote it.
	 */
	public static function e164( string $written ): string {
		$written = trim( $written );
		// Digits with what people put between them, and nothing else.
		if ( 1 !== preg_match( '/^\+?[0-9\s().\/\x{2010}-\x{2015}\x{00A0}-]{7,40}$/u', $written ) ) {
			return '';
		}
		$digits = (string) preg_replace( '/\D/', '', $written );
		if ( '+' === $written[0] ) {
			return strlen( $digits ) >= 8 && strlen( $digits ) <= 15 && '0' !== $digits[0] ? '+' . $digits : '';
		}
		if ( 11 === strlen( $digits ) && '1' === $digits[0] ) {
			$digits = substr( $digits, 1 );
		}
		return 1 === preg_match( '/^[2-9]\d{2}[2-9]\d{6}$/', $digits ) ? '+1' . $digits : '';
	}

	/**
	 * An E.164 number as people of its country read it, as far as we know; anything else as it is.
	 *
	 * @param string $written As it was saved.
	 */
	public static function shown( string $written ): string {
		return 1 === preg_match( '/^\+1(\d{3})(\d{3})(\d{4})$/', $written, $parts )
			? sprintf( '(%s) %s-%s', $parts[1], $parts[2], $parts[3] )
			: $written;
	}
}
