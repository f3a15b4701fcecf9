<?php
/**
 * What we ask of plugins that rewrite scripts.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Caches and optimisers merge, delay and rename scripts. The snippet survives that, but works sooner when it is left
 * alone, so we ask: by attributes on the tag and by the lists each of them keeps.
 */
final class Optimisers {

	/**
	 * Attributes that ask optimisers to leave the tag alone: Rocket Loader, LiteSpeed, Autoptimize, WP Rocket.
	 */
	const LEAVE_ALONE = array(
		'data-cfasync'     => 'false',
		'data-no-optimize' => '1',
		'data-noptimize'   => '1',
		'data-no-minify'   => '1',
		'data-no-defer'    => '1',
		'nowprocket'       => true,
	);

	/**
	 * Lists an optimiser keeps of files it leaves alone: WP Rocket, LiteSpeed, WP-Optimize.
	 */
	const FILE_FILTERS = array(
		'rocket_exclude_js',
		'rocket_minify_excluded_external_js',
		'rocket_exclude_defer_js',
		'rocket_delay_js_exclusions',
		'litespeed_optimize_js_excludes',
		'litespeed_optm_js_defer_exc',
		'litespeed_optm_gm_js_exc',
		'wp-optimize-minify-default-exclusions',
	);

	/**
	 * SiteGround's lists hold handles instead of files.
	 */
	const HANDLE_FILTERS = array(
		'sgo_javascript_combine_exclude',
		'sgo_js_minify_exclude',
		'sgo_js_async_exclude',
	);

	/**
	 * Puts the attributes for optimisers on our own tags.
	 *
	 * @param string $tag    The tag as WordPress prints it.
	 * @param string $handle Which script.
	 */
	public function mark_tag( $tag, $handle ) {
		if ( ! isset( Snippet::FILES[ $handle ] ) ) {
			return $tag;
		}
		$tags = new \WP_HTML_Tag_Processor( $tag );
		if ( $tags->next_tag( 'script' ) ) {
			foreach ( self::LEAVE_ALONE as $name => $value ) {
				$tags->set_attribute( $name, $value );
			}
		}
		return $tags->get_updated_html();
	}

	/**
	 * Adds our scripts to a list of files an optimiser leaves alone.
	 *
	 * @param mixed $files The optimiser's list.
	 */
	public function exclude_file( $files ) {
		return is_array( $files ) ? array_merge( $files, array_values( Snippet::FILES ) ) : $files;
	}

	/**
	 * The same for SiteGround, whose lists hold handles.
	 *
	 * @param mixed $handles The optimiser's list.
	 */
	public function exclude_handle( $handles ) {
		return is_array( $handles ) ? array_merge( $handles, array_keys( Snippet::FILES ) ) : $handles;
	}

	/**
	 * Takes our tags out of what W3 Total Cache merges.
	 *
	 * @param mixed $tags Script tags as they stand in the page.
	 */
	public function keep_tags( $tags ) {
		return is_array( $tags ) ? array_values( array_filter( $tags, array( self::class, 'is_foreign' ) ) ) : $tags;
	}

	/**
	 * Whether a script tag is somebody else's.
	 *
	 * @param mixed $tag The tag.
	 */
	private static function is_foreign( $tag ): bool {
		foreach ( Snippet::FILES as $file ) {
			if ( is_string( $tag ) && false !== strpos( $tag, $file ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The same for Autoptimize, whose list is one text.
	 *
	 * @param mixed $files Names, separated by commas.
	 */
	public function exclude_name( $files ) {
		return is_string( $files ) ? $files . ', ' . implode( ', ', Snippet::FILES ) : $files;
	}
}
