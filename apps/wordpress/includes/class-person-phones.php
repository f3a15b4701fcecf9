<?php
/**
 * A person's phone numbers.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Finds the numbers of somebody who is known by e-mail.
 */
final class Person_Phones {

	/**
	 * Their numbers as E.164, none twice. A request may also name a number instead of an e-mail.
	 *
	 * @param string $email Who.
	 * @return string[]
	 */
	public static function of( string $email ): array {
		$given = array( $email );
		$user  = get_user_by( 'email', $email );
		if ( $user instanceof \WP_User ) {
			foreach ( array( 'billing_phone', 'shipping_phone', 'phone' ) as $field ) {
				$given[] = get_user_meta( $user->ID, $field, true );
			}
		}
		if ( function_exists( 'wc_get_orders' ) ) {
			foreach ( wc_get_orders(
				array(
					'billing_email' => $email,
					'limit'         => 100,
				)
			) as $order ) {
				$given[] = $order->get_billing_phone();
			}
		}
		/**
		 * Filters the phone numbers of a person, for sites that keep them elsewhere.
		 *
		 * @param array  $given Numbers as people wrote them.
		 * @param string $email Who.
		 */
		$given = (array) apply_filters( 'ringtrail_phones_of_person', $given, $email );
		$found = array_map(
			static function ( $number ): string {
				return is_string( $number ) ? Phone::e164( $number ) : '';
			},
			$given
		);
		return array_values( array_unique( array_filter( $found, 'strlen' ) ) );
	}
}
