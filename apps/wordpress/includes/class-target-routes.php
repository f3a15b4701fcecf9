<?php
/**
 * Which numbers are swapped, and a look at it.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Routes for the connect screen: numbers on the site's own pages, which of them are swapped, a preview.
 */
final class Target_Routes {

	/**
	 * What the owner has set.
	 *
	 * @var Settings
	 */
	private $settings;

	/**
	 * The way to the server.
	 *
	 * @var Server
	 */
	private $server;

	/**
	 * Remembers what is connected.
	 *
	 * @param Settings $settings What the owner has set.
	 * @param Server   $server   The way to the server.
	 */
	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	/**
	 * Registers the routes.
	 */
	public function register(): void {
		$number = array(
			'number' => array(
				'description' => __( 'A phone number, E.164.', 'ringtrail' ),
				'type'        => 'string',
				'pattern'     => '^\+[1-9][0-9]{6,14}$',
				'required'    => true,
			),
		);
		$may    = array( Capability::class, 'may_manage' );
		Guarded_Route::add( '/targets', 'GET', $may, array( $this, 'show' ) );
		Guarded_Route::add( '/targets', 'POST', $may, array( $this, 'add_target' ), $number );
	}

	/**
	 * Numbers on our pages beside those the server swaps.
	 *
	 * @return array|\WP_Error
	 */
	public function show() {
		$site = $this->site();
		if ( is_wp_error( $site ) ) {
			return $site;
		}
		$targets = array_column( (array) ( $site['targets'] ?? array() ), 'e164' );
		$found   = array();
		foreach ( Page_Numbers::found() as $number ) {
			$found[] = $number + array( 'swapped' => in_array( $number['e164'], $targets, true ) );
		}
		return array(
			'site'     => (string) ( $site['name'] ?? '' ),
			'regime'   => (string) ( $site['regime'] ?? '' ),
			'targets'  => (array) ( $site['targets'] ?? array() ),
			'numbers'  => array_values( array_unique( array_column( (array) ( $site['sources'] ?? array() ), 'e164' ) ) ),
			'found'    => $found,
			'phone'    => $this->settings->phone(),
			'preview'  => Preview::url(),
			'fallback' => untrailingslashit( rest_url( Rest_Routes::NAMESPACE ) ),
		);
	}

	/**
	 * Lets one more number be swapped; the first one is also what the block shows.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @return array|\WP_Error
	 */
	public function add_target( \WP_REST_Request $request ) {
		$site = $this->site();
		if ( is_wp_error( $site ) ) {
			return $site;
		}
		$number = (string) $request['number'];
		$wish   = array(
			'e164'  => $number,
			'label' => Phone::shown( $number ),
		);
		$answer = $this->server->ask( 'POST', '/v1/sites/' . $site['id'] . '/targets', array(), (string) wp_json_encode( $wish ) );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( '' === $this->settings->phone() ) {
			$this->settings->save( array( 'phone' => $number ) );
		}
		return $this->show();
	}

	/**
	 * This site as the server knows it.
	 *
	 * @return array|\WP_Error
	 */
	private function site() {
		$sites = Server_List::read( $this->server, '/v1/sites', 'sites' );
		if ( is_wp_error( $sites ) ) {
			return $sites;
		}
		foreach ( $sites as $site ) {
			if ( ( $site['key'] ?? '' ) === $this->settings->site_key() ) {
				return $site;
			}
		}
		return Problem::make( 'site_unknown', 404, __( 'The server knows no site with this site key. Connect again.', 'ringtrail' ) );
	}
}
