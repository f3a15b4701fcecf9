<?php
/**
 * The shared screens in wp-admin.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Hosts the shared screens. Their script and style are loaded on these pages and on no other.
 */
final class Screens_Page {

	const SLUG = 'ringtrail';

	const OVERVIEW_SLUG = 'ringtrail-overview';

	const SOURCES_SLUG = 'ringtrail-sources';

	const NUMBERS_SLUG = 'ringtrail-numbers';

	const FLOWS_SLUG = 'ringtrail-call-flows';

	const CONSENT_SLUG = 'ringtrail-recording-consent';

	const ORDERS_SLUG = 'ringtrail-orders';

	/**
	 * The pages' names as WordPress knows them.
	 *
	 * @var string[]
	 */
	private $hooks = array();

	/**
	 * Adds the pages to the menu.
	 */
	public function add_pages(): void {
		$render        = array( $this, 'render' );
		$this->hooks[] = add_menu_page( __( 'Calls', 'ringtrail' ), __( 'Ringtrail', 'ringtrail' ), Capability::VIEW_CALLS, self::SLUG, $render, 'dashicons-phone', 26 );
		add_submenu_page( self::SLUG, __( 'Calls', 'ringtrail' ), __( 'Calls', 'ringtrail' ), Capability::VIEW_CALLS, self::SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Overview', 'ringtrail' ), __( 'Overview', 'ringtrail' ), Capability::VIEW_CALLS, self::OVERVIEW_SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Sources', 'ringtrail' ), __( 'Sources', 'ringtrail' ), Capability::VIEW_CALLS, self::SOURCES_SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Numbers', 'ringtrail' ), __( 'Numbers', 'ringtrail' ), Capability::VIEW_CALLS, self::NUMBERS_SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Call flows', 'ringtrail' ), __( 'Call flows', 'ringtrail' ), Capability::MANAGE, self::FLOWS_SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Recording consent', 'ringtrail' ), __( 'Recording consent', 'ringtrail' ), Capability::VIEW_CALLS, self::CONSENT_SLUG, $render );
		$this->hooks[] = add_submenu_page( self::SLUG, __( 'Orders', 'ringtrail' ), __( 'Orders', 'ringtrail' ), Capability::MANAGE, self::ORDERS_SLUG, $render );
	}

	/**
	 * Prints the place the screens are drawn into.
	 */
	public function render(): void {
		$screens = array(
			get_plugin_page_hookname( self::OVERVIEW_SLUG, self::SLUG ) => 'overview',
			get_plugin_page_hookname( self::SOURCES_SLUG, self::SLUG ) => 'sources',
			get_plugin_page_hookname( self::NUMBERS_SLUG, self::SLUG ) => 'numbers',
			get_plugin_page_hookname( self::FLOWS_SLUG, self::SLUG ) => 'call-flows',
			get_plugin_page_hookname( self::CONSENT_SLUG, self::SLUG ) => 'recording-consent',
			get_plugin_page_hookname( self::ORDERS_SLUG, self::SLUG ) => 'orders',
		);
		$screen  = $screens[ current_action() ] ?? 'calls';
		?>
		<div class="wrap">
			<h1 class="screen-reader-text"><?php echo esc_html( get_admin_page_title() ); ?></h1>
			<hr class="wp-header-end" />
			<?php self::place( $screen ); ?>
		</div>
		<?php
	}

	/**
	 * Prints the place one screen is drawn into.
	 *
	 * @param string $screen Its name.
	 */
	public static function place( string $screen ): void {
		?>
		<div id="ringtrail-screens" data-screen="<?php echo esc_attr( $screen ); ?>" data-server="<?php echo esc_url( ( new Settings() )->server() ); ?>" data-may-change="<?php echo esc_attr( Capability::may_manage() ? 'yes' : 'no' ); ?>"><noscript><?php esc_html_e( 'This page needs JavaScript.', 'ringtrail' ); ?></noscript></div>
		<?php
	}

	/**
	 * Loads the screens on their own pages.
	 *
	 * @param string $hook The page WordPress shows.
	 */
	public function enqueue( $hook ): void {
		if ( in_array( $hook, $this->hooks, true ) ) {
			self::load();
		}
	}

	/**
	 * Loads what the screens are drawn with.
	 */
	public static function load(): void {
		$built = require plugin_dir_path( RINGTRAIL_FILE ) . 'build/index.asset.php';
		wp_enqueue_script( 'ringtrail-screens', plugins_url( 'build/index.js', RINGTRAIL_FILE ), $built['dependencies'], $built['version'], true );
		wp_set_script_translations( 'ringtrail-screens', 'ringtrail', plugin_dir_path( RINGTRAIL_FILE ) . 'languages' );
		wp_enqueue_style( 'ringtrail-screens', plugins_url( 'build/index.css', RINGTRAIL_FILE ), array( 'wp-components' ), $built['version'] );
		wp_style_add_data( 'ringtrail-screens', 'rtl', 'replace' );
	}
}
