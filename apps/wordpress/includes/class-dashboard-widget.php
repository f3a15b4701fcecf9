<?php
/**
 * The last calls on the dashboard.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * A widget for whoever may see calls. The browser asks for them after the dashboard is there: a slow server never holds
 * the dashboard up.
 */
final class Dashboard_Widget {

	/**
	 * Adds the widget.
	 */
	public function add(): void {
		if ( Capability::may_view() ) {
			wp_add_dashboard_widget( 'ringtrail', __( 'Phone calls', 'ringtrail' ), array( $this, 'render' ) );
		}
	}

	/**
	 * Prints the place the calls are drawn into.
	 */
	public function render(): void {
		?>
		<div id="ringtrail-widget" aria-live="polite"><p><?php esc_html_e( 'Loading calls…', 'ringtrail' ); ?></p></div>
		<p><a href="<?php echo esc_url( admin_url( 'admin.php?page=' . Screens_Page::SLUG ) ); ?>"><?php esc_html_e( 'All calls', 'ringtrail' ); ?></a></p>
		<?php
	}

	/**
	 * Loads its script on the dashboard only.
	 *
	 * @param string $hook The page WordPress shows.
	 */
	public function enqueue( $hook ): void {
		if ( 'index.php' === $hook && Capability::may_view() ) {
			Built_Script::enqueue( 'widget' );
		}
	}
}
