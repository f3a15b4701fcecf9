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
 * lie in the database; what a site has not set comes from its network.
 */
final class Settings {

	const OPTION = 'ringtrail';

	const CONSTANTS = array(
		'server'   => 'RINGTRAIL_SERVER',
		'site_key' => 'RINGTRAIL_SITE_KEY',
		'api_key'  => 'RINGTRAIL_API_KEY',
	);

	/** What is set beside the connection, as it stands before anybody has. */
	const REST = array(
		'site'        => '',
		'clinic'      => '',
		'phone'       => '',
		'forms'       => false,
		'first_party' => false,
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
	 * The server's address without a slash at the end; empty for none.
	 */
	public function server(): string {
		return untrailingslashit( $this->value( 'server' ) );
	}

	/** The site's public key, or an empty text. */
	public function site_key(): string {
		return $this->value( 'site_key' );
	}

	/** The secret that reads calls. It never leaves PHP. */
	public function api_key(): string {
		return $this->value( 'api_key' );
	}

	/**
	 * Whether a constant decides this setting.
	 *
	 * @param string $name A name in CONSTANTS.
	 */
	public function is_fixed( string $name ): bool {
		return defined( self::CONSTANTS[ $name ] );
	}

	/** Whether the page can carry the snippet. */
	public function can_swap(): bool {
		return '' !== $this->server() && '' !== $this->site_key();
	}

	/** Whether wp-admin can ask the server. */
	public function can_ask(): bool {
		return '' !== $this->server() && '' !== $this->api_key();
	}

	/**
	 * The number the block and the shortcode show when none is given: E.164 or as the owner wrote it.
	 */
	public function phone(): string {
		return $this->saved()['phone'];
	}

	/**
	 * Whether the server has said that the site is in healthcare mode. It is kept by its key: another key is another site.
	 */
	public function is_clinic(): bool {
		return '' !== $this->site_key() && $this->saved()['clinic'] === $this->site_key();
	}

	/** Whether forms carry the visit's id. */
	public function adds_visit_to_forms(): bool {
		return $this->saved()['forms'];
	}

	/** Whether visitors' browsers reach the server through this site instead of directly. */
	public function is_first_party(): bool {
		return $this->saved()['first_party'];
	}

	/**
	 * Keeps some settings and leaves the others.
	 *
	 * @param array $changed Settings by name.
	 */
	public function save( array $changed ): void {
		update_option( self::OPTION, array_merge( $this->saved(), $changed ) );
	}

	/**
	 * The option with every setting present and of its kind.
	 */
	public function saved(): array {
		$option = get_option( self::OPTION, array() );
		$option = is_array( $option ) ? $option : array();
		$saved  = array();
		foreach ( array_fill_keys( array_keys( self::CONSTANTS ), '' ) + self::REST as $name => $unset ) {
			$saved[ $name ] = isset( $option[ $name ] ) && gettype( $option[ $name ] ) === gettype( $unset ) ? $option[ $name ] : $unset;
		}
		return $saved;
	}

	/**
	 * One setting: the constant, what was saved, or what the network says.
	 *
	 * @param string $name A name in CONSTANTS.
	 */
	private function value( string $name ): string {
		if ( $this->is_fixed( $name ) ) {
			return (string) constant( self::CONSTANTS[ $name ] );
		}
		$saved = $this->saved()[ $name ];
		return '' === $saved && 'server' === $name && is_multisite() ? (string) get_site_option( Network_Page::OPTION, '' ) : $saved;
	}
}
