<?php
/**
 * The screens' way to the server for recording consent.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1/recording-consent. They are asked for and guarded as those of Rest_Routes are.
 */
final class Consent_Routes {

	const PLACE_LIST = '^[A-Za-z0-9,-]*$';

	const RULE_SET = '^[a-z0-9-]*$';

	/**
	 * The way to the server.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Remembers the server.
	 *
	 * @param Server $server The way to the server.
	 */
	public function __construct( Server $server ) {
		$this->server = $server;
	}

	/**
	 * Registers the routes.
	 */
	public function register(): void {
		$this->add(
			'/places',
			'GET',
			'read',
			array( 'business' => self::text( __( 'Places of business, with commas.', 'ringtrail' ), self::PLACE_LIST, 1000 ) )
		);
		$this->add( '/proofs', 'GET', 'read', Rest_Routes::page_schema() );
		$this->add( '/rule-sets', 'GET', 'read', array() );
		$this->add(
			'/rule-sets/diff',
			'GET',
			'read',
			array(
				'before' => self::text( __( 'The earlier rule set.', 'ringtrail' ), self::RULE_SET, 64 ),
				'after'  => self::text( __( 'The later rule set.', 'ringtrail' ), self::RULE_SET, 64 ),
			)
		);
		$this->add(
			'/decisions/preview',
			'POST',
			'preview_decision',
			array(
				'caller' => array(
					'description' => __( 'What is known of the caller. The server checks every part of the question.', 'ringtrail' ),
					'type'        => 'object',
				),
			)
		);
	}

	/**
	 * Adds one route; none exists without the question who may ask.
	 *
	 * @param string $path   Path under recording-consent.
	 * @param string $method HTTP method.
	 * @param string $answer Which method answers.
	 * @param array  $schema What the route takes.
	 */
	private function add( string $path, string $method, string $answer, array $schema ): void {
		register_rest_route(
			Rest_Routes::NAMESPACE,
			'/recording-consent' . $path,
			array(
				'methods'             => $method,
				'permission_callback' => array( Capability::class, 'may_view' ),
				'callback'            => array( $this, $answer ),
				'args'                => $schema,
			)
		);
	}

	/**
	 * Passes a reading question on, with the parameters its route takes and no other.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function read( \WP_REST_Request $request ) {
		$query = array();
		foreach ( array_keys( $request->get_attributes()['args'] ) as $name ) {
			$query[ $name ] = (string) $request[ $name ];
		}
		return $this->server->ask( 'GET', str_replace( '/' . Rest_Routes::NAMESPACE, '/v1', $request->get_route() ), $query );
	}

	/**
	 * Decides a call that is only thought of. The question is passed on as it came: an empty object must stay one.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function preview_decision( \WP_REST_Request $request ) {
		$question = $request->get_body();
		return $this->server->ask( 'POST', '/v1/recording-consent/decisions/preview', array(), '' === $question ? '{}' : $question );
	}

	/**
	 * A short text.
	 *
	 * @param string $description What it is.
	 * @param string $pattern     What it looks like.
	 * @param int    $length      How long at most.
	 */
	private static function text( string $description, string $pattern, int $length ): array {
		return array(
			'description' => $description,
			'type'        => 'string',
			'maxLength'   => $length,
			'pattern'     => $pattern,
		);
	}
}
