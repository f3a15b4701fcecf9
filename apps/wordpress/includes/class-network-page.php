<?php
/**
 * Settings for a whole network of sites.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * One address of a server for every site that names none of its own. Keys stay per site: a site is never shown the calls
 * of another one.
 */
final class Network_Page {

	const OPTION = 'ringtrail_network_server';

	/**
	 * Adds the page to the network's menu.
	 */
	public static function add_page(): void {
		add_submenu_page( 'settings.php', __( 'Ringtrail', 'ringtrail' ), __( 'Ringtrail', 'ringtrail' ), 'manage_network_options', 'ringtrail-network', array( self::class, 'render' ) );
	}

	/**
	 * Prints the form.
	 */
	public static function render(): void {
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'Ringtrail on this network', 'ringtrail' ); ?></h1>
			<p><?php esc_html_e( 'Sites that name no server of their own use this one. Each site is still connected by itself, with a key of its own.', 'ringtrail' ); ?></p>
			<form method="post" action="edit.php?action=ringtrail">
				<?php wp_nonce_field( 'ringtrail-network' ); ?>
				<p>
					<label for="ringtrail-network-server"><?php esc_html_e( 'Server address', 'ringtrail' ); ?></label>
					<input class="regular-text code" id="ringtrail-network-server" name="server" type="text" placeholder="https://calls.example.com"
						value="<?php echo esc_attr( (string) get_site_option( self::OPTION, '' ) ); ?>" />
				</p>
				<?php submit_button(); ?>
			</form>
		</div>
		<?php
	}

	/**
	 * Saves the form.
	 */
	public static function save(): void {
		check_admin_referer( 'ringtrail-network' );
		if ( ! current_user_can( 'manage_network_options' ) ) {
			wp_die( esc_html__( 'You may not change the network\'s settings.', 'ringtrail' ), 403 );
		}
		$given = isset( $_POST['server'] ) ? sanitize_text_field( wp_unslash( $_POST['server'] ) ) : '';
		$read  = '' === $given ? '' : Server_Address::read( $given );
		if ( is_wp_error( $read ) ) {
			wp_die( esc_html( $read->get_error_message() ), 400 );
		}
		update_site_option( self::OPTION, $read );
		wp_safe_redirect( network_admin_url( 'settings.php?page=ringtrail-network&updated=true' ) );
		exit;
	}
}
