<?php
/**
 * Where the owner connects the site.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The connect screen, the settings of this site, and below them the shared screen of the account's settings, as far as
 * the site's key may go. WordPress's own options page checks capability and nonce and saves the form.
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
	 * The page's name as WordPress knows it.
	 *
	 * @var string
	 */
	private $hook = '';

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
		$this->hook = (string) add_submenu_page(
			Screens_Page::SLUG,
			__( 'Ringtrail settings', 'ringtrail' ),
			__( 'Settings', 'ringtrail' ),
			Capability::MANAGE,
			self::SLUG,
			array( $this, 'render' )
		);
	}

	/**
	 * Loads the connect screen on its own page.
	 *
	 * @param string $hook The page WordPress shows.
	 */
	public function enqueue( $hook ): void {
		if ( '' !== $this->hook && $this->hook === $hook ) {
			Built_Script::enqueue( 'connect' );
			wp_enqueue_style( 'wp-components' );
			if ( $this->settings->can_ask() ) {
				Screens_Page::load();
			}
		}
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
		$fields = new Settings_Fields( $this->settings );
		?>
		<div class="wrap">
			<h1><?php esc_html_e( 'Ringtrail settings', 'ringtrail' ); ?></h1>
			<?php settings_errors(); ?>
			<p><?php esc_html_e( 'Ringtrail runs on a server of your own. Nothing is sent anywhere until you enter its address here.', 'ringtrail' ); ?></p>
			<div id="ringtrail-connect" data-server="<?php echo esc_attr( $this->settings->server() ); ?>"><noscript><?php esc_html_e( 'Connecting by a code needs JavaScript. The form below works without it.', 'ringtrail' ); ?></noscript></div>
			<h2><?php esc_html_e( 'Settings', 'ringtrail' ); ?></h2>
			<form method="post" action="options.php">
				<?php settings_fields( 'ringtrail' ); ?>
				<input type="hidden" name="ringtrail[boxes]" value="1" />
				<table class="form-table" role="presentation">
					<?php
					$fields->text_row( 'server', __( 'Server address', 'ringtrail' ), 'https://calls.example.com', $this->settings->server() );
					$fields->text_row( 'site_key', __( 'Site key', 'ringtrail' ), '', $this->settings->site_key() );
					$fields->secret_row();
					$fields->text_row( 'phone', __( 'Your phone number', 'ringtrail' ), '(415) 555-0100', Phone::shown( $this->settings->phone() ) );
					$fields->box_row( 'forms', __( 'Forms', 'ringtrail' ), __( 'Let forms carry the visit\'s id, if the visitor agreed', 'ringtrail' ), $this->settings->adds_visit_to_forms() );
					$fields->box_row( 'first_party', __( 'First-party path', 'ringtrail' ), __( 'Let visitors\' browsers reach the server through this site', 'ringtrail' ), $this->settings->is_first_party() );
					?>
				</table>
				<?php submit_button(); ?>
			</form>
			<?php
			( new Viewers_Form() )->render();
			if ( $this->settings->can_ask() ) {
				Screens_Page::place( 'settings' );
			}
			?>
		</div>
		<?php
	}
}
