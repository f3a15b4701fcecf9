<?php
/**
 * What themes and other plugins may call.
 *
 * @package Ringtrail
 */

defined( 'ABSPATH' ) || exit;

/**
 * The id of the visit that sent the form of this request, or an empty text.
 *
 * The browser adds it to every form as `ringtrail_visit` once the owner has switched that on and the visitor agreed.
 * Keep it beside what the form was for; calls of the same visit carry the same id.
 */
function ringtrail_visit_id(): string {
	return \Ringtrail\Form_Visit::of_request();
}
