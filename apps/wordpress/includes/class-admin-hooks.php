<?php
/**
 * Everything the plugin does to wp-admin.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Adds what only wp-admin needs.
 */
final class Admin_Hooks {

	/**
	 * Adds every hook of wp-admin.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	public function add( Settings $settings ): void {
		$screens = new Screens_Page();
		$form    = new Settings_Page( $settings );
		$viewers = new Viewers_Form();
		$widget  = new Dashboard_Widget();
		add_action( 'admin_init', array( $settings, 'register' ) );
		add_action( 'admin_menu', array( $screens, 'add_pages' ) );
		add_action( 'admin_menu', array( $form, 'add_page' ) );
		add_action( 'admin_enqueue_scripts', array( $screens, 'enqueue' ) );
		add_action( 'admin_enqueue_scripts', array( $form, 'enqueue' ) );
		add_action( 'current_screen', array( Help_Tabs::class, 'add' ) );
		add_action( 'wp_dashboard_setup', array( $widget, 'add' ) );
		add_action( 'admin_enqueue_scripts', array( $widget, 'enqueue' ) );
		add_action( 'admin_post_ringtrail_viewers', array( $viewers, 'save' ) );
		add_filter( 'option_page_capability_ringtrail', array( Capability::class, 'to_save' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( RINGTRAIL_FILE ), array( $form, 'add_row_link' ) );
		add_action( 'network_admin_menu', array( Network_Page::class, 'add_page' ) );
		add_action( 'network_admin_edit_ringtrail', array( Network_Page::class, 'save' ) );

		$column = new Order_Column( $settings );
		foreach ( array( 'manage_woocommerce_page_wc-orders_columns', 'manage_edit-shop_order_columns' ) as $filter ) {
			add_filter( $filter, array( $column, 'add' ) );
		}
		foreach ( array( 'manage_woocommerce_page_wc-orders_custom_column', 'manage_shop_order_posts_custom_column' ) as $action ) {
			add_action( $action, array( $column, 'render' ), 10, 2 );
		}
	}
}
