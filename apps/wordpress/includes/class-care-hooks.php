<?php
/**
 * What the plugin tells WordPress of itself: privacy, consent, health, commands, abilities.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Adds the hooks of what cares for a site. None of the classes is loaded before WordPress asks for it.
 */
final class Care_Hooks {

	/**
	 * Adds every such hook.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	public function add( Settings $settings ): void {
		$consent = new Consent_Api();
		add_filter( 'wp_consent_api_registered_' . plugin_basename( RINGTRAIL_FILE ), '__return_true' );
		add_action( 'init', array( $consent, 'declare_storage' ) );

		$privacy = new Privacy( $settings );
		add_action( 'admin_init', array( Privacy_Policy::class, 'add' ) );
		add_filter( 'wp_privacy_personal_data_exporters', array( $privacy, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $privacy, 'add_eraser' ) );

		$health = new Site_Health( $settings );
		add_filter( 'site_status_tests', array( $health, 'add_tests' ) );
		add_filter( 'debug_information', array( $health, 'add_facts' ) );

		$abilities = new Abilities( $settings );
		add_action( 'wp_abilities_api_categories_init', array( $abilities, 'register_category' ) );
		add_action( 'wp_abilities_api_init', array( $abilities, 'register' ) );

		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::add_command( 'ringtrail', new Command( $settings ) );
		}
	}
}
