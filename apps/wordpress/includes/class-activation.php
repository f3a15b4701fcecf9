<?php
/**
 * What switching the plugin on, off and away does.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Each of these works on one site, or on every site of a network when the plugin is switched on for all of them.
 */
final class Activation {

	/**
	 * A network of thousands of sites must not end in a timeout: the others are set up when somebody opens them.
	 */
	const MOST_SITES = 500;

	/**
	 * Gives administrators the capabilities and keeps the fallback documents fresh.
	 *
	 * @param mixed $network_wide Whether it is for every site of the network.
	 */
	public static function activate( $network_wide = false ): void {
		self::on_sites( array( self::class, 'set_up' ), (bool) $network_wide );
	}

	/**
	 * Stops what runs by itself. Settings and capabilities stay until the plugin is deleted.
	 *
	 * @param mixed $network_wide Whether it is for every site of the network.
	 */
	public static function deactivate( $network_wide = false ): void {
		self::on_sites( array( self::class, 'rest' ), (bool) $network_wide );
	}

	/**
	 * Leaves nothing behind, on any site.
	 */
	public static function uninstall(): void {
		self::on_sites( array( self::class, 'clear' ), is_multisite() );
		delete_site_option( Network_Page::OPTION );
	}

	/**
	 * Sets one site up.
	 */
	public static function set_up(): void {
		Capability::grant();
		if ( ! wp_next_scheduled( Fallback::EVENT ) ) {
			wp_schedule_event( time() + MINUTE_IN_SECONDS, 'hourly', Fallback::EVENT );
		}
	}

	/**
	 * Sets a site up that was added to a network where the plugin is on for all.
	 *
	 * @param \WP_Site $site The new site.
	 */
	public static function add_site( $site ): void {
		if ( ! is_plugin_active_for_network( plugin_basename( RINGTRAIL_FILE ) ) ) {
			return;
		}
		switch_to_blog( (int) $site->blog_id );
		self::set_up();
		restore_current_blog();
	}

	/**
	 * Stops the clock of one site.
	 */
	public static function rest(): void {
		wp_unschedule_hook( Fallback::EVENT );
		wp_unschedule_hook( Phone_Orders::EVENT );
	}

	/**
	 * Clears one site.
	 */
	public static function clear(): void {
		global $wpdb;
		self::rest();
		Capability::revoke();
		foreach ( array( Settings::OPTION, Fallback::OPTION ) as $option ) {
			delete_option( $option );
		}
		// Transients have names of their own for every server and visitor's network. What an underline stands for in LIKE
		// differs between databases, so the names are looked at here.
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery
		foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ringtrail%'" ) as $name ) {
			if ( 1 === preg_match( '/^_transient_(timeout_)?ringtrail_/', $name ) ) {
				delete_option( $name );
			}
		}
	}

	/**
	 * Does something on this site, or on every site of the network.
	 *
	 * @param callable $work  What to do.
	 * @param bool     $every Whether on every site.
	 */
	private static function on_sites( callable $work, bool $every ): void {
		if ( ! $every || ! is_multisite() ) {
			$work();
			return;
		}
		foreach ( get_sites(
			array(
				'fields' => 'ids',
				'number' => self::MOST_SITES,
			)
		) as $site ) {
			switch_to_blog( $site );
			$work();
			restore_current_blog();
		}
	}
}
