<?php
/**
 * The script on the page.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Prints our own copy of the snippet and its configuration.
 *
 * The page is the same for every visitor, because caches show one visitor's page to the next: no consent, number or
 * visitor is ever decided here. The browser asks and decides.
 */
final class Snippet {

	const HANDLE = 'ringtrail-snippet';

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
	 * Queues the script for the head of a visitor's page.
	 */
	public function enqueue(): void {
		if ( ! $this->belongs_here() ) {
			return;
		}
		wp_enqueue_script(
			self::HANDLE,
			plugins_url( 'assets/ringtrail.js', RINGTRAIL_FILE ),
			array(),
			RINGTRAIL_VERSION,
			array(
				'strategy'  => 'defer',
				'in_footer' => false,
			)
		);
	}

	/**
	 * Prints the configuration before the script: as data, so that a strict content security policy needs nothing.
	 */
	public function print_config(): void {
		if ( ! $this->belongs_here() ) {
			return;
		}
		$config = array(
			'site'   => $this->settings->site_key(),
			'server' => $this->settings->server(),
		);
		wp_print_inline_script_tag(
			(string) wp_json_encode( $config, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ),
			array(
				'type' => 'application/json',
				'id'   => 'ringtrail-config',
			) + Optimisers::LEAVE_ALONE
		);
	}

	/**
	 * A real page for a visitor: not an editor's own look, a preview, a feed or the customizer.
	 */
	private function belongs_here(): bool {
		$belongs = $this->settings->can_swap()
			&& ! is_admin() && ! is_feed() && ! is_preview() && ! is_customize_preview() && ! is_robots() && ! is_embed()
			&& ! current_user_can( 'edit_posts' );
		/**
		 * Filters whether this page carries the snippet.
		 *
		 * @param bool $belongs What the plugin would do.
		 */
		return (bool) apply_filters( 'ringtrail_print_snippet', $belongs );
	}
}
