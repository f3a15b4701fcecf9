<?php
/**
 * The visit behind a form.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The browser adds `ringtrail_visit` to what a form sends, if the owner and the visitor agree; here it is read. A form is
 * never held back or refused for it: a value that is no visit's id is as if it were not there.
 */
final class Form_Visit {

	const FIELD = 'ringtrail_visit';

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
	 * The visit of this request's form, or an empty text.
	 */
	public static function of_request(): string {
		// Only an id is read, and it is checked: the form's own plugin looks after its nonce.
		// phpcs:ignore WordPress.Security.NonceVerification.Missing
		$given = isset( $_POST[ self::FIELD ] ) && is_string( $_POST[ self::FIELD ] ) ? sanitize_key( wp_unslash( $_POST[ self::FIELD ] ) ) : '';
		$visit = self::checked( $given );
		/**
		 * Filters the visit that sent this request's form. A form plugin that sends fields in its own way reads it here.
		 *
		 * @param string $visit The visit's id, or an empty text.
		 */
		return self::checked( (string) apply_filters( 'ringtrail_form_visit', $visit ) );
	}

	/**
	 * Adds it to what Contact Form 7 keeps of a form.
	 *
	 * @param mixed $posted The form's fields.
	 */
	public function add_to_contact_form( $posted ) {
		$visit = $this->settings->adds_visit_to_forms() ? self::of_request() : '';
		if ( is_array( $posted ) && '' !== $visit ) {
			$posted[ self::FIELD ] = $visit;
		}
		return $posted;
	}

	/**
	 * What stands for [_ringtrail_visit] in Contact Form 7's mails.
	 *
	 * @param mixed  $output What stands there otherwise.
	 * @param string $name   The tag.
	 */
	public function fill_mail_tag( $output, $name ) {
		return '_ringtrail_visit' === $name ? self::of_request() : $output;
	}

	/**
	 * A visit's id, or an empty text for anything else.
	 *
	 * @param string $given What was sent.
	 */
	public static function checked( string $given ): string {
		return 1 === preg_match( '/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/', $given ) ? $given : '';
	}
}
