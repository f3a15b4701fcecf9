<?php
/**
 * The screens' way to the server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1 that pass the screens' questions on to the server.
 *
 * Every route asks for the capability; WordPress asks for the nonce (without it a signed-in person counts as nobody).
 * Only these paths are passed on, so this is no open proxy. No cache keeps an answer: WordPress says so for everyone
 * who is signed in.
 */
final class Rest_Routes {

	const NAMESPACE = 'ringtrail/v1';

	const ID = '(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';

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
		$id = array(
			'id' => array(
				'description' => __( 'The id as the server names it.', 'ringtrail' ),
				'type'        => 'string',
				'format'      => 'uuid',
				'required'    => true,
			),
		);
		$may = array( Capability::class, 'may_view' );
		Guarded_Route::add( '/calls', 'GET', $may, array( $this, 'list_calls' ), self::page_schema() + self::spam_schema() );
		Guarded_Route::add( '/calls/' . self::ID, 'GET', $may, array( $this, 'show_call' ), $id );
		Guarded_Route::add( '/recordings/' . self::ID . '/links', 'POST', $may, array( $this, 'make_link' ), $id );
		Guarded_Route::add( '/pools', 'GET', $may, array( $this, 'show_pools' ), array() );
	}

	/**
	 * Lists calls, newest first.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function list_calls( \WP_REST_Request $request ) {
		return $this->server->ask(
			'GET',
			'/v1/calls',
			array(
				'cursor' => (string) $request['cursor'],
				'limit'  => (string) $request['limit'],
				'spam'   => (string) $request['spam'],
			)
		);
	}

	/**
	 * Shows one call.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function show_call( \WP_REST_Request $request ) {
		return $this->server->ask( 'GET', '/v1/calls/' . $request['id'] );
	}

	/**
	 * Asks for a link that plays a recording for a short while.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function make_link( \WP_REST_Request $request ) {
		return $this->server->ask( 'POST', '/v1/recordings/' . $request['id'] . '/links' );
	}

	/**
	 * Shows the state of every number.
	 */
	public function show_pools() {
		return $this->server->ask( 'GET', '/v1/pools' );
	}

	/**
	 * Which calls a list shows.
	 */
	private static function spam_schema(): array {
		return array(
			'spam' => array(
				'description' => __( 'Leave out calls flagged as spam, or list them alone.', 'ringtrail' ),
				'type'        => 'string',
				'enum'        => array( 'hide', 'only' ),
			),
		);
	}

	/**
	 * What a page of a list takes.
	 */
	public static function page_schema(): array {
		return array(
			'cursor' => array(
				'description' => __( 'Where the page begins, as the last answer named it.', 'ringtrail' ),
				'type'        => 'string',
				'maxLength'   => 200,
				'pattern'     => '^[A-Za-z0-9_.:=-]*$',
			),
			'limit'  => array(
				'description' => __( 'How many to list.', 'ringtrail' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'maximum'     => 100,
				'default'     => 50,
			),
		);
	}
}
