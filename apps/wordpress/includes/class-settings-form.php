<?php
/**
 * Reads the settings form.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Turns what the form sent into settings. A field that cannot be used keeps what was saved, and the form says why. A
 * field that was not sent (a constant decides it, so it is disabled) keeps what was saved too.
 */
final class Settings_Form {

	/**
	 * What is saved now.
	 *
	 * @var array
	 */
	private $saved;

	/**
	 * Remembers what is saved.
	 *
	 * @param array $saved What is saved now, every setting present.
	 */
	public function __construct( array $saved ) {
		$this->saved = $saved;
	}

	/**
	 * Cleans what the form sent. What cannot be used is not saved, and the form says why.
	 *
	 * @param mixed $given What the form sent.
	 */
	public function read( $given ): array {
		$given = is_array( $given ) ? $given : array();
		// A box that is not ticked is not sent: only the form that shows the boxes may clear them.
		$shown = ! empty( $given['boxes'] );
		return array(
			'server'      => $this->clean_server( $given['server'] ?? $this->saved['server'], $this->saved['server'] ),
			'site_key'    => $this->clean_site_key( $given['site_key'] ?? $this->saved['site_key'], $this->saved['site_key'] ),
			'api_key'     => $this->clean_api_key( $given, $this->saved['api_key'] ),
			'site'        => preg_match( '/^[0-9a-f-]{36}$/', (string) ( $given['site'] ?? '' ) ) ? (string) $given['site'] : $this->saved['site'],
			'clinic'      => isset( $given['clinic'] ) && is_string( $given['clinic'] ) ? sanitize_text_field( $given['clinic'] ) : $this->saved['clinic'],
			'phone'       => isset( $given['phone'] ) && is_string( $given['phone'] ) ? $this->clean_phone( $given['phone'], $this->saved['phone'] ) : $this->saved['phone'],
			'forms'       => ! empty( $given['forms'] ) || ( ! $shown && $this->saved['forms'] && ! isset( $given['forms'] ) ),
			'first_party' => ! empty( $given['first_party'] ) || ( ! $shown && $this->saved['first_party'] && ! isset( $given['first_party'] ) ),
		);
	}

	/**
	 * A phone number as people write it, or nothing.
	 *
	 * @param string $given What the form sent.
	 * @param string $saved What is saved now.
	 */
	private function clean_phone( string $given, string $saved ): string {
		$given = trim( $given );
		if ( '' === $given || '' !== Phone::e164( $given ) ) {
			return sanitize_text_field( $given );
		}
		$this->say( 'phone', __( 'The phone number was not saved: write it with its area code, or with + and the country code.', 'ringtrail' ) );
		return $saved;
	}

	/**
	 * An address that can be asked, or nothing.
	 *
	 * @param mixed  $given What the form sent.
	 * @param string $saved What is saved now.
	 */
	private function clean_server( $given, string $saved ): string {
		$given = is_string( $given ) ? trim( $given ) : '';
		$read  = '' === $given ? '' : Server_Address::read( $given );
		if ( ! is_wp_error( $read ) ) {
			return $read;
		}
		$this->say( 'server', $read->get_error_message() );
		return $saved;
	}

	/**
	 * Letters, digits, dashes and underscores, at most 64.
	 *
	 * @param mixed  $given What the form sent.
	 * @param string $saved What is saved now.
	 */
	private function clean_site_key( $given, string $saved ): string {
		$given = is_string( $given ) ? trim( $given ) : '';
		if ( '' === $given || 1 === preg_match( '/^[A-Za-z0-9_-]{1,64}$/', $given ) ) {
			return $given;
		}
		$this->say( 'site_key', __( 'The site key was not saved: it holds only letters, digits, dashes and underscores.', 'ringtrail' ) );
		return $saved;
	}

	/**
	 * An empty field keeps the saved key, because the key is never printed back into the form.
	 *
	 * @param array  $given What the form sent.
	 * @param string $saved What is saved now.
	 */
	private function clean_api_key( array $given, string $saved ): string {
		if ( ! empty( $given['forget_api_key'] ) ) {
			return '';
		}
		$key = isset( $given['api_key'] ) && is_string( $given['api_key'] ) ? trim( $given['api_key'] ) : '';
		if ( '' === $key ) {
			return $saved;
		}
		if ( 1 === preg_match( '/^[\x21-\x7E]{8,256}$/', $key ) ) {
			return $key;
		}
		$this->say( 'api_key', __( 'The API key was not saved: paste it exactly as Ringtrail printed it, without spaces.', 'ringtrail' ) );
		return $saved;
	}

	/**
	 * A sentence beside the form.
	 *
	 * @param string $code    Which field.
	 * @param string $message What happened and what to do.
	 */
	private function say( string $code, string $message ): void {
		// The option may also be written by code that runs outside wp-admin, where no form is there to answer.
		if ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( Settings::OPTION, $code, $message );
		}
	}
}
