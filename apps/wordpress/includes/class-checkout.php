<?php
/**
 * The visit behind an order.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Carries the visit from the page into WooCommerce's orders. A small script on the checkout's own page brings it along:
 * WooCommerce sends both of its checkouts by scripts, so no form is ever sent that the snippet could hear of.
 */
final class Checkout {

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
	 * Whether this page is a shop's checkout, where the visit always goes along: what an order is worth is told to the
	 * server in any case, and the visitor's consent is asked by the snippet.
	 */
	public static function is_here(): bool {
		return function_exists( 'is_checkout' ) && is_checkout();
	}

	/**
	 * Says that orders are only touched through WooCommerce's own objects, and that the block checkout works.
	 */
	public function declare_features(): void {
		if ( class_exists( '\Automattic\WooCommerce\Utilities\FeaturesUtil' ) ) {
			foreach ( array( 'custom_order_tables', 'cart_checkout_blocks' ) as $feature ) {
				\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( $feature, RINGTRAIL_FILE, true );
			}
		}
	}

	/**
	 * Loads the script on the checkout's page.
	 */
	public function enqueue(): void {
		if ( self::is_here() && $this->settings->can_swap() ) {
			Built_Script::enqueue( 'checkout' );
		}
	}

	/**
	 * Lets the block checkout send the visit: the Store API takes no data whose kind nobody declared.
	 */
	public function declare_visit(): void {
		if ( ! function_exists( 'woocommerce_store_api_register_endpoint_data' ) ) {
			return;
		}
		woocommerce_store_api_register_endpoint_data(
			array(
				'endpoint'        => 'checkout',
				'namespace'       => 'ringtrail',
				'schema_type'     => ARRAY_A,
				'schema_callback' => static function (): array {
					return array(
						'visit' => array(
							'description' => __( 'The visit the order was placed in; empty without the visitor\'s consent.', 'ringtrail' ),
							'type'        => array( 'string', 'null' ),
							'context'     => array(),
							'arg_options' => array( 'sanitize_callback' => 'sanitize_key' ),
						),
					);
				},
			)
		);
	}

	/**
	 * Remembers the visit of an order placed by the classic checkout.
	 *
	 * @param object $order The order.
	 */
	public function remember_visit( $order ): void {
		$this->remember( $order, Form_Visit::of_request() );
	}

	/**
	 * Remembers the visit of an order placed by the block checkout.
	 *
	 * @param object           $order   The order.
	 * @param \WP_REST_Request $request What the checkout sent.
	 */
	public function remember_visit_of_blocks( $order, $request ): void {
		$extensions = $request instanceof \WP_REST_Request ? $request['extensions'] : array();
		$visit      = is_array( $extensions ) && isset( $extensions['ringtrail']['visit'] ) ? $extensions['ringtrail']['visit'] : '';
		$this->remember( $order, is_string( $visit ) ? Form_Visit::checked( $visit ) : '' );
	}

	/**
	 * Keeps the visit with the order.
	 *
	 * @param object $order The order.
	 * @param string $visit The visit's id, or an empty text.
	 */
	private function remember( $order, string $visit ): void {
		if ( '' !== $visit && is_object( $order ) && method_exists( $order, 'update_meta_data' ) ) {
			$order->update_meta_data( Phone_Orders::VISIT, $visit );
			$order->save();
		}
	}
}
