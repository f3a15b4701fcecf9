<?php
/**
 * Who may see calls, and who may set the plugin up.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Two capabilities of our own, so that a client can be shown the calls without being shown the keys.
 */
final class Capability {

	const VIEW_CALLS = 'view_ringtrail_calls';

	const MANAGE = 'manage_ringtrail';

	/**
	 * Lets administrators do both. Run when the plugin is activated.
	 */
	public static function grant(): void {
		$role = get_role( 'administrator' );
		if ( null !== $role ) {
			$role->add_cap( self::VIEW_CALLS );
			$role->add_cap( self::MANAGE );
		}
	}

	/**
	 * Takes both from every role, whoever gave them. Run when the plugin is deleted.
	 */
	public static function revoke(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			get_role( $name )->remove_cap( self::VIEW_CALLS );
			get_role( $name )->remove_cap( self::MANAGE );
		}
	}

	/**
	 * Lets exactly these roles see calls. Whoever may set the plugin up always may.
	 *
	 * @param string[] $names Names of roles.
	 */
	public static function let_view( array $names ): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			$role = get_role( $name );
			if ( in_array( $name, $names, true ) || $role->has_cap( self::MANAGE ) ) {
				$role->add_cap( self::VIEW_CALLS );
			} else {
				$role->remove_cap( self::VIEW_CALLS );
			}
		}
	}

	/**
	 * Whether the person may see calls and what belongs to them.
	 */
	public static function may_view(): bool {
		return current_user_can( self::VIEW_CALLS );
	}

	/**
	 * Whether the person may connect the site and change its settings.
	 */
	public static function may_manage(): bool {
		return current_user_can( self::MANAGE );
	}

	/**
	 * What options.php asks of whoever saves our settings.
	 */
	public static function to_save(): string {
		return self::MANAGE;
	}
}
