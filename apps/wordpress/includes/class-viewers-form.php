<?php
/**
 * Which roles see calls.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * A box for each role of the site. Whoever may set the plugin up always sees calls.
 */
final class Viewers_Form {

	const ACTION = 'ringtrail_viewers';

	/**
	 * Prints the form.
	 */
	public function render(): void {
		?>
		<h2><?php esc_html_e( 'Who sees calls', 'ringtrail' ); ?></h2>
		<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
			<input type="hidden" name="action" value="<?php echo esc_attr( self::ACTION ); ?>" />
			<?php wp_nonce_field( self::ACTION ); ?>
			<fieldset>
				<legend class="screen-reader-text"><?php esc_html_e( 'Roles that see calls', 'ringtrail' ); ?></legend>
				<?php foreach ( wp_roles()->roles as $name => $role ) : ?>
					<label style="display:block">
						<input type="checkbox" name="roles[]" value="<?php echo esc_attr( $name ); ?>"
							<?php checked( ! empty( $role['capabilities'][ Capability::VIEW_CALLS ] ) ); ?>
							<?php disabled( ! empty( $role['capabilities'][ Capability::MANAGE ] ) ); ?> />
						<?php echo esc_html( translate_user_role( $role['name'] ) ); ?>
					</label>
				<?php endforeach; ?>
			</fieldset>
			<?php submit_button( __( 'Save roles', 'ringtrail' ), 'secondary', 'ringtrail-roles' ); ?>
		</form>
		<?php
	}

	/**
	 * Saves the form.
	 */
	public function save(): void {
		check_admin_referer( self::ACTION );
		if ( ! Capability::may_manage() ) {
			wp_die( esc_html__( 'You may not change who sees calls.', 'ringtrail' ), 403 );
		}
		Capability::let_view( isset( $_POST['roles'] ) ? array_map( 'sanitize_key', (array) wp_unslash( $_POST['roles'] ) ) : array() );
		wp_safe_redirect( admin_url( 'admin.php?page=' . Settings_Page::SLUG . '&settings-updated=true' ) );
		exit;
	}
}
