<?php
/**
 * The screens' way to the server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1 that pass the screens' questions on to the server, and its answers back as they are.
 *
 * Every route asks for a capability; WordPress asks for the nonce (without it a signed-in person counts as nobody).
 * Only the doors of Screen_Doors are passed on, so this is no open proxy. No cache keeps an answer: WordPress says so
 * for everyone who is signed in.
 */
final class Rest_Routes {

	const NAMESPACE = 'ringtrail/v1';

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
		foreach ( Screen_Doors::to_look() as $door ) {
			$this->add( $door, 'may_view' );
		}
		foreach ( Screen_Doors::to_change() as $door ) {
			$this->add( $door, 'may_manage' );
		}
	}

	/**
	 * Registers one route.
	 *
	 * @param array  $door One of Screen_Doors.
	 * @param string $may  Which capability is asked for.
	 */
	private function add( array $door, string $may ): void {
		$schema = ( $door['query'] ?? array() ) + Screen_Schemas::sent( $door['sends'] ?? array() );
		$answer = function ( \WP_REST_Request $request ) use ( $door ) {
			return $this->pass_on( $door, $request );
		};
		Guarded_Route::add( $door[1], $door[0], array( Capability::class, $may ), $answer, $schema );
	}

	/**
	 * Passes a question on with the parameters its door takes and no other, and what it sends word for word: read and
	 * written again by PHP, an empty object would become an empty list.
	 *
	 * @param array            $door    One of Screen_Doors.
	 * @param \WP_REST_Request $request The question.
	 * @return \WP_REST_Response|\WP_Error
	 */
	private function pass_on( array $door, \WP_REST_Request $request ) {
		$query = array();
		foreach ( array_keys( $door['query'] ?? array() ) as $name ) {
			if ( null !== $request[ $name ] ) {
				$query[ $name ] = (string) $request[ $name ];
			}
		}
		$path = '/v1' . substr( $request->get_route(), strlen( '/' . self::NAMESPACE ) );
		if ( isset( $door['file'] ) ) {
			list( $type, $most ) = $door['file'];
			$file                = Upload::read( $request, $most );
			return is_wp_error( $file ) ? $file : $this->server->send_file( $path, $query, $file, $type );
		}
		$body = isset( $door['sends'] ) ? $request->get_body() : '';
		return $this->server->pass_on( $door[0], $path, $query, isset( $door['sends'] ) && '' === $body ? '{}' : $body );
	}
}
