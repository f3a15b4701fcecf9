<?php
/**
 * The screens' way to what proves a call.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1/calls that pass a call's certificate and its proof on, word for word, as a text in JSON.
 *
 * The screens save it as a file. A certificate is a page of the server's: it is never shown under wp-admin's own
 * address. A proof is hashed text: read and written again by PHP, an empty object would come back as an empty list.
 */
final class Proof_Routes {

	const TYPES = array(
		'certificate' => 'text/html',
		'proof'       => 'application/json',
	);

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
		foreach ( array_keys( self::TYPES ) as $form ) {
			register_rest_route(
				Rest_Routes::NAMESPACE,
				'/calls/' . Screen_Doors::ID . '/' . $form,
				array(
					'methods'             => 'GET',
					'permission_callback' => array( Capability::class, 'may_view' ),
					'callback'            => array( $this, $form ),
					'args'                => array(
						'id' => array(
							'description' => __( 'The id as the server names it.', 'ringtrail' ),
							'type'        => 'string',
							'format'      => 'uuid',
							'required'    => true,
						),
					),
				)
			);
		}
	}

	/**
	 * The page for people.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function certificate( \WP_REST_Request $request ) {
		return $this->pass_on( $request, 'certificate' );
	}

	/**
	 * The file for machines.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function proof( \WP_REST_Request $request ) {
		return $this->pass_on( $request, 'proof' );
	}

	/**
	 * Asks the server for one form of the proof.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @param string           $form    Which form.
	 * @return array|\WP_Error
	 */
	private function pass_on( \WP_REST_Request $request, string $form ) {
		$text = $this->server->ask_text( '/v1/calls/' . $request['id'] . '/' . $form, self::TYPES[ $form ] );
		return is_string( $text ) ? array( 'text' => $text ) : $text;
	}
}
