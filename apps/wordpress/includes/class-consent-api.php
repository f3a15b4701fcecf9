<?php
/**
 * What the plugin tells the WP Consent API.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Declares what the script stores. The answer itself is asked for in the browser, where the script also hears of changes:
 * a page that a cache keeps knows nothing of its visitor. Without the WP Consent API the regime counts that the site has
 * on the server.
 */
final class Consent_Api {

	/**
	 * Names what is stored, for cookie notices that are made from it.
	 */
	public function declare_storage(): void {
		if ( ! function_exists( 'wp_add_cookie_info' ) ) {
			return;
		}
		wp_add_cookie_info(
			'ringtrail',
			'Ringtrail',
			'marketing',
			__( 'Until the visit is over and no longer than 30 days; deleted at once when consent is taken back.', 'ringtrail' ),
			__( 'Keeps the phone number of this visit the same on every page, and says which ad or search led to a call.', 'ringtrail' ),
			__( 'An id of the visitor, an id of the visit, and the phone number that is shown.', 'ringtrail' )
		);
	}
}
