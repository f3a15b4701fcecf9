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
	 * @param array $saved What is saved now: server, site_key and api_key.
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
		return array(
			'server'   => $this->clean_server( $given['server'] ?? $this->saved['server'], $this->saved['server'] ),
			'site_key' => $this->clean_site_key( $given['site_key'] ?? $this->saved['site_key'], $this->saved['site_key'] ),
			'api_key'  => $this->clean_api_key( $given, $this->saved['api_key'] ),
		);
	}

	/**
	 * An http or https address without path parts that could carry a secret.
	 *
	 * @param mixed  $given What the form sent.
	 * @param string $saved What is saved now.
	 */
	private function clean_server( $given, string $saved ): string {
		$given = is_string( $given ) ? trim( $given ) : '';
		if ( '' === $given ) {
			return '';
		}
		$parts = wp_parse_url( $given );
		$fits  = is_array( $parts ) && in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true )
			&& ! empty( $parts['host'] ) && ! isset( $parts['user'] ) && ! isset( $parts['query'] ) && ! isset( $parts['fragment'] );
		if ( ! $fits ) {
			$this->say( 'server', __( 'The server address was not saved: it must look like https://calls.example.com.', 'ringtrail' ) );
			return $saved;
		}
		return untrailingslashit( esc_url_raw( $given, array( 'http', 'https' ) ) );
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
