<?php
/**
 * Where carriers ask while the server is dead.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * The route ringtrail/v1/fallback/<number>.<carrier>: a carrier's document, to GET and to POST, because Telnyx has one method for all
 * addresses of an application. Answered from this site alone.
 */
final class Fallback_Routes {

	/**
	 * Registers the route.
	 */
	public function register(): void {
		register_rest_route(
			Rest_Routes::NAMESPACE,
			'/fallback/(?P<file>\d{7,15}\.[a-z]{3,12})',
			array(
				'methods'             => 'GET, POST',
				'permission_callback' => array( $this, 'knows_key' ),
				'callback'            => array( $this, 'answer' ),
				'args'                => array(
					'file' => array(
						'description' => __( 'The number\'s digits, a dot and its carrier.', 'ringtrail' ),
						'type'        => 'string',
						'required'    => true,
					),
					'k'    => array(
						'description' => __( 'What only the carrier was told.', 'ringtrail' ),
						'type'        => 'string',
						'maxLength'   => 64,
						'default'     => '',
					),
				),
			)
		);
	}

	/**
	 * Whether the carrier asks.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function knows_key( \WP_REST_Request $request ): bool {
		return '' !== self::found( $request );
	}

	/**
	 * Answers the document; `serve` sends it as it is.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	public function answer( \WP_REST_Request $request ): \WP_REST_Response {
		$response = new \WP_REST_Response( self::found( $request ) );
		$response->header( 'Content-Type', 'text/xml; charset=utf-8' );
		$response->header( 'Cache-Control', 'no-store' );
		return $response;
	}

	/**
	 * Sends a document as XML instead of as a text in JSON: read as anything else, a carrier would read it aloud.
	 *
	 * @param bool  $is_served Whether somebody sent the answer already.
	 * @param mixed $result    The answer.
	 * @param mixed $request   The question.
	 */
	public static function serve( $is_served, $result, $request ) {
		$is_ours = $request instanceof \WP_REST_Request && 0 === strpos( $request->get_route(), '/' . Rest_Routes::NAMESPACE . '/fallback/' );
		if ( $is_served || ! $is_ours || ! $result instanceof \WP_REST_Response || ! is_string( $result->get_data() ) ) {
			return $is_served;
		}
		echo Carrier_Xml::escaped( $result->get_data() );
		return true;
	}

	/**
	 * The document that is asked for, or an empty text.
	 *
	 * @param \WP_REST_Request $request The question.
	 */
	private static function found( \WP_REST_Request $request ): string {
		// The key stands in the address whatever the method; a carrier's own fields are not looked at.
		$query = $request->get_query_params();
		return Fallback::document( (string) $request->get_url_params()['file'], isset( $query['k'] ) && is_string( $query['k'] ) ? $query['k'] : '' );
	}
}
