<?php
/**
 * Where Site Health asks for our tests.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1/health, for whoever may see Site Health and calls.
 */
final class Health_Routes {

	/**
	 * Runs the tests.
	 *
	 * @var Health_Tests
	 */
	private $tests;

	/**
	 * Remembers what the tests ask.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param Server   $server   The way to the server.
	 */
	public function __construct( Settings $settings, Server $server ) {
		$this->tests = new Health_Tests( $settings, $server );
	}

	/**
	 * Registers the route.
	 */
	public function register(): void {
		register_rest_route(
			Rest_Routes::NAMESPACE,
			'/health/(?P<test>[a-z]+)',
			array(
				'methods'             => 'GET',
				'permission_callback' => array( $this, 'may_ask' ),
				'callback'            => array( $this, 'answer' ),
				'args'                => array(
					'test' => array(
						'description' => __( 'Which test.', 'ringtrail' ),
						'type'        => 'string',
						'enum'        => array_keys( Site_Health::names() ),
						'required'    => true,
					),
				),
			)
		);
	}

	/**
	 * Whether the person may see Site Health.
	 */
	public function may_ask(): bool {
		return current_user_can( 'view_site_health_checks' );
	}

	/**
	 * Runs one test.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function answer( \WP_REST_Request $request ): array {
		return $this->tests->run( (string) $request['test'] );
	}
}
