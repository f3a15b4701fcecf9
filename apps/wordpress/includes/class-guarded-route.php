<?php
/**
 * A route that asks who may.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Adds routes under ringtrail/v1; none exists without the question who may ask.
 */
final class Guarded_Route {

	/**
	 * Adds one route.
	 *
	 * @param string   $path   Path under the namespace.
	 * @param string   $method HTTP method.
	 * @param callable $may    Says whether somebody may ask.
	 * @param callable $answer Answers.
	 * @param array    $schema What the route takes.
	 */
	public static function add( string $path, string $method, callable $may, callable $answer, array $schema = array() ): void {
		register_rest_route(
			Rest_Routes::NAMESPACE,
			$path,
			array(
				'methods'             => $method,
				'permission_callback' => $may,
				'callback'            => $answer,
				'args'                => $schema,
			)
		);
	}
}
