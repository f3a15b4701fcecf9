<?php
/**
 * Orders that a phone call led to.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce: an order remembers the visit it was placed in, and its value is told to the server, which credits the call
 * of the same visit. By the customer's phone number too, if the owner chose so on the server.
 */
final class Phone_Orders {

	const VISIT = '_ringtrail_visit';

	const CALL = '_ringtrail_call';

	const EVENT = 'ringtrail_tell_order';

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
	 * Lets a paid order be told in the background: a checkout never waits for our server.
	 *
	 * @param int $order_id Which order.
	 */
	public function plan_to_tell( $order_id ): void {
		if ( $this->settings->can_ask() && ! wp_next_scheduled( self::EVENT, array( (int) $order_id ) ) ) {
			wp_schedule_single_event( time(), self::EVENT, array( (int) $order_id ) );
		}
	}

	/**
	 * Tells the server of one order, and keeps which call it is of. Told again it counts once.
	 *
	 * @param int $order_id Which order.
	 */
	public function tell( $order_id ): void {
		$order = function_exists( 'wc_get_order' ) ? wc_get_order( (int) $order_id ) : null;
		if ( ! is_object( $order ) || ! $this->settings->can_ask() || null === $order->get_date_created() ) {
			return;
		}
		$told   = array(
			'shop'   => (string) wp_parse_url( home_url(), PHP_URL_HOST ),
			'orders' => array( self::facts( $order ) ),
		);
		$site   = $this->settings->saved()['site'];
		$answer = ( new Server( $this->settings ) )->ask( 'POST', '/v1/orders', array(), (string) wp_json_encode( ( '' === $site ? array() : compact( 'site' ) ) + $told ) );
		$call   = is_wp_error( $answer ) ? '' : Form_Visit::checked( (string) ( $answer['orders'][0]['call'] ?? '' ) );
		if ( '' !== $call && $order->get_meta( self::CALL ) !== $call ) {
			$order->update_meta_data( self::CALL, $call );
			$order->save();
		}
	}

	/**
	 * An order as the server takes it. Of the customer only the phone number goes along, which is looked up and not kept.
	 *
	 * @param object $order The order.
	 */
	private static function facts( $order ): array {
		$refunds = array();
		foreach ( $order->get_refunds() as $refund ) {
			$refunds[] = array(
				'id'     => (string) $refund->get_id(),
				'amount' => abs( (float) $refund->get_amount() ),
			);
		}
		$facts = array(
			'id'        => (string) $order->get_id(),
			'number'    => (string) $order->get_order_number(),
			'placedAt'  => gmdate( 'Y-m-d\TH:i:s\Z', $order->get_date_created()->getTimestamp() ),
			'currency'  => $order->get_currency(),
			'amount'    => (float) $order->get_total(),
			'cancelled' => in_array( $order->get_status(), array( 'cancelled', 'failed' ), true ),
			'placedBy'  => 'admin' === $order->get_created_via() ? 'staff' : 'customer',
			'visit'     => Form_Visit::checked( (string) $order->get_meta( self::VISIT ) ),
			'phone'     => Phone::e164( (string) $order->get_billing_phone() ),
			'refunds'   => $refunds,
		);
		return array_filter(
			$facts,
			static function ( $value ): bool {
				return '' !== $value;
			}
		);
	}
}
