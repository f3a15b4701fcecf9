<?php
/**
 * Everything the plugin does to WordPress.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The only file that adds hooks: read it to see everything the plugin does.
 */
final class Plugin {

	/**
	 * Adds every hook.
	 */
	public function add_hooks(): void {
		$settings = new Settings();
		$snippet  = new Snippet( $settings );
		$server   = new Server( $settings );
		$routes   = new Rest_Routes( $server );
		$consent  = new Consent_Routes( $server );
		$proofs   = new Proof_Routes( $server );

		// Priority 1: the configuration stands before any script that looks for it.
		add_action( 'wp_head', array( $snippet, 'print_config' ), 1 );
		add_action( 'wp_enqueue_scripts', array( $snippet, 'enqueue' ) );
		$this->add_optimiser_hooks( new Optimisers() );

		add_action( 'rest_api_init', array( $routes, 'register' ) );
		add_action( 'rest_api_init', array( $consent, 'register' ) );
		add_action( 'rest_api_init', array( $proofs, 'register' ) );
		add_action( 'admin_init', array( $settings, 'register' ) );
		if ( is_admin() ) {
			$this->add_admin_hooks( $settings );
		}
	}

	/**
	 * Asks whatever merges, delays or rewrites scripts to leave ours alone.
	 *
	 * @param Optimisers $optimisers What is said to whom.
	 */
	private function add_optimiser_hooks( Optimisers $optimisers ): void {
		add_filter( 'script_loader_tag', array( $optimisers, 'mark_tag' ), 10, 2 );
		foreach ( Optimisers::FILE_FILTERS as $filter ) {
			add_filter( $filter, array( $optimisers, 'exclude_file' ) );
		}
		foreach ( Optimisers::HANDLE_FILTERS as $filter ) {
			add_filter( $filter, array( $optimisers, 'exclude_handle' ) );
		}
		add_filter( 'autoptimize_filter_js_exclude', array( $optimisers, 'exclude_name' ) );
	}

	/**
	 * Adds what only wp-admin needs.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	private function add_admin_hooks( Settings $settings ): void {
		$screens = new Screens_Page();
		$form    = new Settings_Page( $settings );
		add_action( 'admin_menu', array( $screens, 'add_pages' ) );
		add_action( 'admin_menu', array( $form, 'add_page' ) );
		add_action( 'admin_enqueue_scripts', array( $screens, 'enqueue' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( RINGTRAIL_FILE ), array( $form, 'add_row_link' ) );
	}
}
