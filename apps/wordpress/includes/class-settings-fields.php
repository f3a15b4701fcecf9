<?php
/**
 * Lines of the settings form.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Prints the lines. What is secret is never printed back.
 */
final class Settings_Fields {

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
	 * One line of the form.
	 *
	 * @param string $name        Which setting.
	 * @param string $label       What it is.
	 * @param string $placeholder An example.
	 * @param string $value       What is set.
	 */
	public function text_row( string $name, string $label, string $placeholder, string $value ): void {
		?>
		<tr>
			<th scope="row"><label for="ringtrail-<?php echo esc_attr( $name ); ?>"><?php echo esc_html( $label ); ?></label></th>
			<td>
				<input class="regular-text code" type="text" autocomplete="off" spellcheck="false"
					id="ringtrail-<?php echo esc_attr( $name ); ?>" name="ringtrail[<?php echo esc_attr( $name ); ?>]"
					value="<?php echo esc_attr( $value ); ?>" placeholder="<?php echo esc_attr( $placeholder ); ?>"
					<?php disabled( $this->is_fixed( $name ) ); ?> />
				<?php $this->print_fixed_note( $name ); ?>
			</td>
		</tr>
		<?php
	}

	/**
	 * The key's line: what is saved is never printed back, only its last four characters.
	 */
	public function secret_row(): void {
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
	 * A setting that is on or off.
	 *
	 * @param string $name  Which setting.
	 * @param string $label What it is about.
	 * @param string $words What it does.
	 * @param bool   $is_on Whether it is on.
	 */
	public function box_row( string $name, string $label, string $words, bool $is_on ): void {
		?>
		<tr>
			<th scope="row"><?php echo esc_html( $label ); ?></th>
			<td><label><input type="checkbox" id="ringtrail-<?php echo esc_attr( $name ); ?>" name="ringtrail[<?php echo esc_attr( $name ); ?>]" value="1" <?php checked( $is_on ); ?> /> <?php echo esc_html( $words ); ?></label></td>
		</tr>
		<?php
	}

	/**
	 * Whether a constant decides a setting.
	 *
	 * @param string $name Which setting.
	 */
	private function is_fixed( string $name ): bool {
		return isset( Settings::CONSTANTS[ $name ] ) && $this->settings->is_fixed( $name );
	}

	/**
	 * Says when a constant decides a setting.
	 *
	 * @param string $name Which setting.
	 */
	private function print_fixed_note( string $name ): void {
		if ( ! $this->is_fixed( $name ) ) {
			return;
		}
		/* translators: %s: name of a PHP constant. */
		$note = __( 'Set by the constant %s in wp-config.php.', 'ringtrail' );
		echo '<p class="description">' . esc_html( sprintf( $note, Settings::CONSTANTS[ $name ] ) ) . '</p>';
	}
}
