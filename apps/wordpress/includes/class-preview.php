<?php
/**
 * The owner's look at the swap.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Shows the owner, on the site's own pages, the number a visitor from an ad would see. Nothing is lent or stored for it:
 * the page brings the site's configuration along and treats the owner as somebody who has not answered yet, who is shown
 * the number of the source.
 */
final class Preview {

	const PARAMETER = 'ringtrail_preview';

	/**
	 * The address of a preview of the home page, as a click on a Google ad would open it.
	 */
	public static function url(): string {
		return add_query_arg(
			array(
				self::PARAMETER => wp_create_nonce( self::PARAMETER ),
				'gclid'         => 'ringtrail-preview',
				'utm_source'    => 'google',
				'utm_medium'    => 'cpc',
			),
			home_url( '/' )
		);
	}

	/**
	 * Whether this page is such a preview, asked for by somebody who may.
	 */
	public static function is_asked(): bool {
		$nonce = isset( $_GET[ self::PARAMETER ] ) ? sanitize_key( wp_unslash( $_GET[ self::PARAMETER ] ) ) : '';
		return '' !== $nonce && Capability::may_manage() && false !== wp_verify_nonce( $nonce, self::PARAMETER );
	}

	/**
	 * What the script is told: as it is, or with the site's configuration in a preview.
	 *
	 * @param array    $config   What the script would be told.
	 * @param Settings $settings What the owner has set.
	 */
	public static function config( array $config, Settings $settings ): array {
		if ( ! self::is_asked() ) {
			return $config;
		}
		$site = Server::ask_anybody( $settings->server(), 'GET', '/v1/sites/' . rawurlencode( $settings->site_key() ) . '/config' );
		if ( is_wp_error( $site ) ) {
			return $config;
		}
		$config['config'] = array( 'regime' => 'opt-in' ) + $site;
		return $config;
	}
}
