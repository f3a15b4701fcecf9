<?php
/**
 * The way of visitors' browsers to the server, through this site.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes under ringtrail/v1/collect, open only while the owner has switched the first-party path on.
 *
 * No open proxy: one fixed server, the five doors the scripts know, this site's key, this site's pages, 16 kB, and so
 * many a minute from one network. No nonce: the page is cached, and a nonce in it would grow old. No cookie is passed on.
 */
final class Collect_Routes {

	const BASE = 'ringtrail/v1/collect';

	const MOST_BYTES = 16384;

	const MOST_A_MINUTE = 120;

	/**
	 * Headers the server judges a visit by. The rest of a request stays here: a referrer would be the page's whole address.
	 */
	const PASSED_ON = array( 'origin', 'user-agent', 'accept-language', 'sec-purpose', 'purpose', 'sec-gpc' );

	/**
	 * What the owner has set.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * Remembers the settings.
	 *
	 * @param Settings $settings What the owner has set.
	 */
	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * Registers the routes.
	 */
	public function register(): void {
		$key = array(
			'key' => array(
				'description' => __( 'The site\'s public key.', 'ringtrail' ),
				'type'        => 'string',
				'pattern'     => '^[A-Za-z0-9_-]{1,64}$',
			),
		);
		$site = '/collect/v1/sites/(?P<key>[A-Za-z0-9_-]{1,64})';
		Guarded_Route::add( $site . '/config', 'GET', array( $this, 'may_ask' ), array( $this, 'pass_on' ), $key );
		Guarded_Route::add( $site . '/page-counts', 'POST', array( $this, 'may_ask' ), array( $this, 'pass_on' ), $key );
		foreach ( array( '/swap', '/beacon', '/report' ) as $path ) {
			Guarded_Route::add( '/collect/v1' . $path, 'POST', array( $this, 'may_ask' ), array( $this, 'pass_on' ) );
		}
	}

	/**
	 * Whether this is one of our own pages asking, for this site, not too much and not too often.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @return bool|\WP_Error
	 */
	public function may_ask( \WP_REST_Request $request ) {
		if ( ! $this->settings->is_first_party() || ! $this->settings->can_swap() ) {
			return false;
		}
		$origin = (string) $request->get_header( 'origin' );
		$own    = array( Origin::of( home_url() ), Origin::of( site_url() ) );
		if ( ( 'POST' === $request->get_method() || '' !== $origin ) && ! in_array( $origin, $own, true ) ) {
			return false;
		}
		$sent = (string) $request->get_body();
		$body = json_decode( $sent, true );
		if ( 'POST' === $request->get_method() && ! is_array( $body ) ) {
			return false;
		}
		$site = $request->get_url_params()['key'] ?? $body['site'] ?? '';
		if ( $site !== $this->settings->site_key() || strlen( $sent ) > self::MOST_BYTES ) {
			return false;
		}
		return Rate_Limit::take( 'collect', self::MOST_A_MINUTE )
			? true
			: Problem::make( 'rate_limited', 429, __( 'Too many requests from this network. Try again in a minute.', 'ringtrail' ) );
	}

	/**
	 * Passes the question on and answers as the server does.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public function pass_on( \WP_REST_Request $request ) {
		$server = $this->settings->server();
		// Visitors are many: all of them waiting for a slow server would take every worker this site has.
		if ( Circuit::is_open( $server ) ) {
			return Problem::resting();
		}
		$headers = array( 'X-Forwarded-For' => Rate_Limit::address() );
		foreach ( self::PASSED_ON as $name ) {
			$value = $request->get_header( $name );
			if ( null !== $value ) {
				$headers[ $name ] = $value;
			}
		}
		$is_post = 'POST' === $request->get_method();
		$answer  = wp_remote_request(
			$server . str_replace( '/' . self::BASE, '', $request->get_route() ),
			array(
				'method'      => $request->get_method(),
				'timeout'     => Server::TIMEOUT_SECONDS,
				'redirection' => 0,
				'headers'     => $headers + ( $is_post ? array( 'Content-Type' => 'text/plain' ) : array() ),
				'body'        => $is_post ? $request->get_body() : null,
			)
		);
		if ( is_wp_error( $answer ) ) {
			Circuit::open( $server );
			return Problem::unreachable();
		}
		// As objects: an empty one must not come back as a list.
		$response = new \WP_REST_Response( json_decode( wp_remote_retrieve_body( $answer ) ), (int) wp_remote_retrieve_response_code( $answer ) );
		$cache    = (string) wp_remote_retrieve_header( $answer, 'cache-control' );
		$response->header( 'Cache-Control', '' === $cache ? 'no-store' : $cache );
		return $response;
	}
}
