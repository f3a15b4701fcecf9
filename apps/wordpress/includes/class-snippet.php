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

	/** What counts a clinic's pages by the names of their groups. */
	const PAGES = 'ringtrail-pages';

	/** Our own copies, by their handles. */
	const FILES = array(
		self::HANDLE => 'ringtrail/public/ringtrail.js',
		self::PAGES  => 'ringtrail/public/ringtrail-pages.js',
	);

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
	 * Queues the script for the head of a visitor's page, and on a clinic's what counts it.
	 */
	public function enqueue(): void {
		if ( ! $this->belongs_here() ) {
			return;
		}
		foreach ( self::FILES as $handle => $file ) {
			if ( self::PAGES === $handle && ! $this->settings->is_clinic() ) {
				continue;
			}
			wp_enqueue_script(
				$handle,
				plugins_url( 'public/' . basename( $file ), RINGTRAIL_FILE ),
				array(),
				RINGTRAIL_VERSION,
				array(
					'strategy'  => 'defer',
					'in_footer' => false,
				)
			);
		}
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
			'server' => $this->settings->is_first_party() ? untrailingslashit( rest_url( Collect_Routes::BASE ) ) : $this->settings->server(),
		);
		if ( $this->settings->adds_visit_to_forms() || Checkout::is_here() ) {
			$config['forms'] = true;
		}
		/**
		 * Filters what the script is told. It is the same for every visitor: caches keep the page.
		 *
		 * @param array $config Site key, server, and what docs/guides/snippet.md names besides.
		 */
		$config = (array) apply_filters( 'ringtrail_snippet_config', Preview::config( $config, $this->settings ) );
		wp_print_inline_script_tag(
			(string) wp_json_encode( $config, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ),
			array(
				'type' => 'application/json',
				'id'   => 'ringtrail-config',
			) + Optimisers::LEAVE_ALONE
		);
	}

	/**
	 * Lets the browser greet the server while it reads the page; no request is made for it. WordPress leaves ports out of
	 * such hints, so a server on a port of its own gets none.
	 *
	 * @param array  $hints    Addresses WordPress names already.
	 * @param string $relation Which kind of hint is asked for.
	 */
	public function hint_server( $hints, $relation ) {
		$has_port = null !== wp_parse_url( $this->settings->server(), PHP_URL_PORT );
		if ( 'preconnect' === $relation && is_array( $hints ) && ! $has_port && ! $this->settings->is_first_party() && $this->belongs_here() ) {
			$hints[] = array(
				'href'        => $this->settings->server(),
				'crossorigin' => 'use-credentials',
			);
		}
		return $hints;
	}

	/**
	 * A real page for a visitor: not an editor's own look, a preview, a feed or the customizer.
	 */
	private function belongs_here(): bool {
		$belongs = $this->settings->can_swap()
			&& ! is_admin() && ! is_feed() && ! is_preview() && ! is_customize_preview() && ! is_robots() && ! is_embed()
			&& ( ! current_user_can( 'edit_posts' ) || Preview::is_asked() );
		/**
		 * Filters whether this page carries the snippet.
		 *
		 * @param bool $belongs What the plugin would do.
		 */
		return (bool) apply_filters( 'ringtrail_print_snippet', $belongs );
	}
}
