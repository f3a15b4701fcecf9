<?php
/**
 * Who may see calls.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * A capability of its own, so that a client can be shown the calls without being shown the keys.
 */
final class Capability {

	const VIEW_CALLS = 'view_ringtrail_calls';

	/**
	 * Lets administrators see calls. Run when the plugin is activated.
	 */
	public static function grant(): void {
		$role = get_role( 'administrator' );
		if ( null !== $role ) {
			$role->add_cap( self::VIEW_CALLS );
		}
	}

	/**
	 * Takes the capability from every role, whoever gave it. Run when the plugin is deleted.
	 */
	public static function revoke(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			get_role( $name )->remove_cap( self::VIEW_CALLS );
		}
	}

	/**
	 * Whether the person may see calls and what belongs to them.
	 */
	public static function may_view(): bool {
		return current_user_can( self::VIEW_CALLS );
	}
}
