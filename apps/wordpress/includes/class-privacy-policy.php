<?php
/**
 * A text for the site's privacy policy.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * What an owner may tell visitors of Ringtrail.
 */
final class Privacy_Policy {

	/**
	 * Suggests a text for the privacy policy.
	 */
	public static function add(): void {
		$text = '<p class="privacy-policy-tutorial">' . __( 'Ringtrail shows visitors a phone number of their own and credits calls to ads and searches. Say which of this you use.', 'ringtrail' ) . '</p>'
			. '<p><strong class="privacy-policy-tutorial">' . __( 'Suggested text:', 'ringtrail' ) . '</strong> '
			. __( 'If you agree, we show you a phone number that is lent to your visit. When you call it, we know which ad, search or page led you to us. For this your browser stores an id of the visitor and of the visit, and our server keeps the pages of the visit, where it came from, and, if you call, your number, the time and the length of the call. Without your consent nothing is stored and no identifier is sent; you then see a number that is the same for everybody who came the same way.', 'ringtrail' ) . '</p><p>'
			. __( 'Calls may be recorded. You are told before the recording begins, and you may refuse it and talk on. Page views are kept for 13 months, calls and recordings for 24 months, unless we say otherwise here.', 'ringtrail' ) . '</p>';
		wp_add_privacy_policy_content( 'Ringtrail', wp_kses_post( $text ) );
	}
}
