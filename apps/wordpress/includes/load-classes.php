<?php
/**
 * Loads a class of the plugin when it is first used: a visitor's page needs four of them.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

spl_autoload_register(
	static function ( $name ) {
		if ( 0 !== strpos( $name, 'Ringtrail\\' ) ) {
			return;
		}
		$file = __DIR__ . '/class-' . str_replace( '_', '-', strtolower( substr( $name, 10 ) ) ) . '.php';
		if ( is_file( $file ) ) {
			require_once $file;
		}
	}
);
