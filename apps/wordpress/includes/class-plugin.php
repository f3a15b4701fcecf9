<?php
/**
 * Everything the plugin does to WordPress.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * With Admin_Hooks and Care_Hooks the only files that add hooks: read the three to see everything the plugin does.
 */
final class Plugin {

	/**
	 * Adds every hook.
	 */
	public function add_hooks(): void {
		$settings = new Settings();
		$snippet  = new Snippet( $settings );

		// Priority 1: the configuration stands before any script that looks for it.
		add_action( 'wp_head', array( $snippet, 'print_config' ), 1 );
		add_action( 'wp_enqueue_scripts', array( $snippet, 'enqueue' ) );
		add_filter( 'wp_resource_hints', array( $snippet, 'hint_server' ), 10, 2 );
		add_action( 'init', array( self::class, 'load_language' ), 1 );
		$this->add_optimiser_hooks( new Optimisers() );
		$this->add_page_hooks( $settings );
		( new Care_Hooks() )->add( $settings );

		add_action(
			'rest_api_init',
			static function () use ( $settings ) {
				self::register_routes( $settings );
			}
		);
		add_filter( 'rest_pre_serve_request', array( Fallback_Routes::class, 'serve' ), 10, 3 );
		if ( is_admin() ) {
			( new Admin_Hooks() )->add( $settings );
		}
	}

	/**
	 * Finds the translation that came with the plugin; one of the directory comes first.
	 */
	public static function load_language(): void {
		load_plugin_textdomain( 'ringtrail', false, dirname( plugin_basename( RINGTRAIL_FILE ) ) . '/languages' );
	}

	/**
	 * Registers every route; none of these classes is loaded for a page.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	private static function register_routes( Settings $settings ): void {
		$server = new Server( $settings );
		( new Rest_Routes( $server ) )->register();
		( new Proof_Routes( $server ) )->register();
		( new Connection_Routes( $settings, $server ) )->register();
		( new Target_Routes( $settings, $server ) )->register();
		( new Collect_Routes( $settings ) )->register();
		( new Fallback_Routes() )->register();
		( new Health_Routes( $settings, $server ) )->register();
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
		add_filter( 'w3tc_minify_js_script_tags', array( $optimisers, 'keep_tags' ) );
	}

	/**
	 * Adds what stands in pages: block, shortcode, binding, pattern, forms.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	private function add_page_hooks( Settings $settings ): void {
		$block = new Phone_Block( $settings );
		add_action( 'init', array( $block, 'register' ) );
		add_action( 'rest_api_init', array( $block, 'register_pattern' ) );
		add_shortcode( 'ringtrail_phone', array( $block, 'shortcode' ) );

		$forms = new Form_Visit( $settings );
		add_filter( 'wpcf7_posted_data', array( $forms, 'add_to_contact_form' ) );
		add_filter( 'wpcf7_special_mail_tags', array( $forms, 'fill_mail_tag' ), 10, 2 );

		$checkout = new Checkout( $settings );
		add_action( 'before_woocommerce_init', array( $checkout, 'declare_features' ) );
		add_action( 'woocommerce_blocks_loaded', array( $checkout, 'declare_visit' ) );
		add_action( 'wp_enqueue_scripts', array( $checkout, 'enqueue' ) );
		add_action( 'woocommerce_checkout_order_created', array( $checkout, 'remember_visit' ) );
		add_action( 'woocommerce_store_api_checkout_update_order_from_request', array( $checkout, 'remember_visit_of_blocks' ), 10, 2 );

		$orders = new Phone_Orders( $settings );
		add_action( 'woocommerce_order_status_changed', array( $orders, 'plan_to_tell' ), 10, 1 );
		add_action( Phone_Orders::EVENT, array( $orders, 'tell' ) );
		add_action( Fallback::EVENT, array( Fallback::class, 'refresh' ) );
		add_action( Fallback::EVENT, array( Clinic::class, 'refresh' ) );
		add_action( 'wp_initialize_site', array( Activation::class, 'add_site' ), 20 );
	}
}
