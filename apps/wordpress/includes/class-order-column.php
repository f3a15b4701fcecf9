<?php
/**
 * The "Call" column on WooCommerce's orders.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Says which orders came of a visit that also called. Nothing is asked of the server while the list is drawn: what it
 * answered when the order was told is kept with the order.
 */
final class Order_Column {

	const NAME = 'ringtrail_call';

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
	 * Adds the column for whoever may see calls.
	 *
	 * @param mixed $columns Columns by name.
	 */
	public function add( $columns ) {
		if ( is_array( $columns ) && $this->settings->can_ask() && Capability::may_view() ) {
			$columns[ self::NAME ] = __( 'Call', 'ringtrail' );
		}
		return $columns;
	}

	/**
	 * Prints one field.
	 *
	 * @param string $column Which column.
	 * @param mixed  $given  The order, or its id where orders are posts.
	 */
	public function render( $column, $given ): void {
		if ( self::NAME !== $column ) {
			return;
		}
		$order = is_object( $given ) ? $given : ( function_exists( 'wc_get_order' ) ? wc_get_order( (int) $given ) : null );
		$call  = is_object( $order ) ? (string) $order->get_meta( Phone_Orders::CALL ) : '';
		if ( '' === Form_Visit::checked( $call ) ) {
			echo '–';
			return;
		}
		echo '<a href="' . esc_url( admin_url( 'admin.php?page=' . Screens_Page::SLUG . '#/calls/' . $call ) ) . '">' . esc_html__( 'Call', 'ringtrail' ) . '</a>';
	}
}
