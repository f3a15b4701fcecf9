<?php
/**
 * Where the owner connects the site.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The settings form. WordPress's own options page checks capability and nonce and saves it.
 */
final class Settings_Page {

	const SLUG = 'ringtrail-settings';

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
	 * Adds the page to the menu.
	 */
	public function add_page(): void {
		add_submenu_page(
			Screens_Page::SLUG,
			__( 'Ringtrail settings', 'ringtrail' ),
			__( 'Settings', 'ringtrail' ),
			'manage_options',
			self::SLUG,
			array( $this, 'render' )
		);
	}

	/**
	 * A link on the plugin's row.
	 *
	 * @param string[] $links Links WordPress shows.
	 */
	public function add_row_link( $links ) {
		$url = admin_url( 'admin.php?page=' . self::SLUG );
		array_unshift( $links, '<a href="' . esc_url( $url ) . '">' . esc_html__( 'Settings', 'ringtrail' ) . '</a>' );
		return $links;
	}

	/**
	 * Prints the page.
	 */
	public function render(): void {
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'Ringtrail settings', 'ringtrail' ); ?></h1>
			<?php settings_errors(); ?>
			<p><?php esc_html_e( 'Ringtrail runs on a server of your own. Nothing is sent anywhere until you enter its address here.', 'ringtrail' ); ?></p>
			<form method="post" action="options.php">
				<?php settings_fields( 'ringtrail' ); ?>
				<table class="form-table" role="presentation">
					<?php
					$this->text_row( 'server', __( 'Server address', 'ringtrail' ), 'https://calls.example.com', $this->settings->server() );
					$this->text_row( 'site_key', __( 'Site key', 'ringtrail' ), '', $this->settings->site_key() );
					$this->secret_row();
					?>
				</table>
				<?php submit_button(); ?>
			</form>
		</div>
		<?php
	}

	/**
	 * One line of the form.
	 *
	 * @param string $name        Which setting.
	 * @param string $label       What it is.
	 * @param string $placeholder An example.
	 * @param string $value       What is set.
	 */
	private function text_row( string $name, string $label, string $placeholder, string $value ): void {
		?>
		<tr>
			<th scope="row"><label for="ringtrail-<?php echo esc_attr( $name ); ?>"><?php echo esc_html( $label ); ?></label></th>
			<td>
				<input class="regular-text code" type="text" autocomplete="off" spellcheck="false"
					id="ringtrail-<?php echo esc_attr( $name ); ?>" name="ringtrail[<?php echo esc_attr( $name ); ?>]"
					value="<?php echo esc_attr( $value ); ?>" placeholder="<?php echo esc_attr( $placeholder ); ?>"
					<?php disabled( $this->settings->is_fixed( $name ) ); ?> />
				<?php $this->print_fixed_note( $name ); ?>
			</td>
		</tr>
		<?php
	}

	/**
	 * The key's line: what is saved is never printed back, only its last four characters.
	 */
	private function secret_row(): void {
		$key = $this->settings->api_key();
		?>
		<tr>
			<th scope="row"><label for="ringtrail-api_key"><?php esc_html_e( 'API key', 'ringtrail' ); ?></label></th>
			<td>
				<input class="regular-text code" type="password" autocomplete="new-password" id="ringtrail-api_key"
					name="ringtrail[api_key]" value="" <?php disabled( $this->settings->is_fixed( 'api_key' ) ); ?> />
				<?php $this->print_fixed_note( 'api_key' ); ?>
				<?php if ( '' !== $key && ! $this->settings->is_fixed( 'api_key' ) ) : ?>
					<p class="description" id="ringtrail-api_key-saved">
						<?php
						/* translators: %s: the last four characters of the key. */
						echo esc_html( sprintf( __( 'A key is saved; it ends in %s. Leave the field empty to keep it.', 'ringtrail' ), substr( $key, -4 ) ) );
						?>
					</p>
					<p><label><input type="checkbox" name="ringtrail[forget_api_key]" value="1" /> <?php esc_html_e( 'Forget the saved key', 'ringtrail' ); ?></label></p>
				<?php else : ?>
					<p class="description"><?php esc_html_e( 'Needed to list calls here. Numbers are swapped without it.', 'ringtrail' ); ?></p>
				<?php endif; ?>
			</td>
		</tr>
		<?php
	}

	/**
	 * Says when a constant decides a setting.
	 *
	 * @param string $name Which setting.
	 */
	private function print_fixed_note( string $name ): void {
		if ( ! $this->settings->is_fixed( $name ) ) {
			return;
		}
		/* translators: %s: name of a PHP constant. */
		$note = __( 'Set by the constant %s in wp-config.php.', 'ringtrail' );
		echo '<p class="description">' . esc_html( sprintf( $note, Settings::CONSTANTS[ $name ] ) ) . '</p>';
	}
}
