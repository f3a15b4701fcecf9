<?php
/**
 * What the owner has set.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Reads and cleans the plugin's one option. A constant in wp-config.php beats the option, so that a key need not
 * lie in the database.
 */
final class Settings {

	const OPTION = 'ringtrail';

	const CONSTANTS = array(
		'server'   => 'RINGTRAIL_SERVER',
		'site_key' => 'RINGTRAIL_SITE_KEY',
		'api_key'  => 'RINGTRAIL_API_KEY',
	);

	/**
	 * Registers the option with its cleaning, so that nothing unchecked is ever saved.
	 */
	public function register(): void {
		register_setting(
			'ringtrail',
			self::OPTION,
			array(
				'type'              => 'object',
				'sanitize_callback' => function ( $given ) {
					return ( new Settings_Form( $this->saved() ) )->read( $given );
				},
				'default'           => array(),
				'show_in_rest'      => false,
			)
		);
	}

	/**
	 * The server's address without a slash at the end, or an empty text.
	 */
	public function server(): string {
		return untrailingslashit( $this->value( 'server' ) );
	}

	/**
	 * The site's public key, or an empty text.
	 */
	public function site_key(): string {
		return $this->value( 'site_key' );
	}

	/**
	 * The secret that reads calls. It never leaves PHP.
	 */
	public function api_key(): string {
		return $this->value( 'api_key' );
	}

	/**
	 * Whether a constant decides this setting.
	 *
	 * @param string $name One of server, site_key, api_key.
	 */
	public function is_fixed( string $name ): bool {
		return defined( self::CONSTANTS[ $name ] );
	}

	/**
	 * Whether the page can carry the snippet.
	 */
	public function can_swap(): bool {
		return '' !== $this->server() && '' !== $this->site_key();
	}

	/**
	 * One setting: the constant, or what was saved.
	 *
	 * @param string $name One of server, site_key, api_key.
	 */
	private function value( string $name ): string {
		if ( $this->is_fixed( $name ) ) {
			return (string) constant( self::CONSTANTS[ $name ] );
		}
		return $this->saved()[ $name ];
	}

	/**
	 * The option with every setting present and a text.
	 */
	private function saved(): array {
		$option = get_option( self::OPTION, array() );
		$option = is_array( $option ) ? $option : array();
		$saved  = array();
		foreach ( array_keys( self::CONSTANTS ) as $name ) {
			$saved[ $name ] = isset( $option[ $name ] ) && is_string( $option[ $name ] ) ? $option[ $name ] : '';
		}
		return $saved;
	}
}
