<?php
/**
 * Leaves a server alone that did not answer.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * A circuit breaker: after a failure nobody waits for the same server for half a minute, so that a slow server costs
 * wp-admin one wait and not one on every page. The next question after that is the probe.
 */
final class Circuit {

	const REST_SECONDS = 30;

	/**
	 * Whether the server failed a moment ago.
	 *
	 * @param string $server Its address.
	 */
	public static function is_open( string $server ): bool {
		return false !== get_transient( self::name( $server ) );
	}

	/**
	 * Remembers a failure.
	 *
	 * @param string $server Its address.
	 */
	public static function open( string $server ): void {
		set_transient( self::name( $server ), 1, self::REST_SECONDS );
	}

	/**
	 * The transient's name; another address is another server.
	 *
	 * @param string $server Its address.
	 */
	private static function name( string $server ): string {
		return 'ringtrail_resting_' . md5( $server );
	}
}
