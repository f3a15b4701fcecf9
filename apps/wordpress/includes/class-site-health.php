<?php
/**
 * Site Health.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Names the tests and tells facts for support. Every test asks the server or reads pages, so all of them run in the
 * background, over a route of their own.
 */
final class Site_Health {

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
	 * Every test by its name.
	 */
	public static function names(): array {
		return array(
			'connected'  => __( 'Ringtrail is connected', 'ringtrail' ),
			'served'     => __( 'Ringtrail\'s script is on the page', 'ringtrail' ),
			'swapped'    => __( 'Numbers are swapped on your pages', 'ringtrail' ),
			'clock'      => __( 'The clocks of site and Ringtrail server agree', 'ringtrail' ),
			'duplicates' => __( 'Ringtrail is the only call tracking on the page', 'ringtrail' ),
			'pollution'  => __( 'No tracking number stands in your content', 'ringtrail' ),
			'fallback'   => __( 'Calls arrive when the Ringtrail server is down', 'ringtrail' ),
		);
	}

	/**
	 * Adds the tests.
	 *
	 * @param array $tests What WordPress tests already.
	 */
	public function add_tests( $tests ) {
		foreach ( self::names() as $name => $label ) {
			$tests['async'][ 'ringtrail_' . $name ] = array(
				'label'             => $label,
				'test'              => rest_url( Rest_Routes::NAMESPACE . '/health/' . $name ),
				'has_rest'          => true,
				'async_direct_test' => function () use ( $name ) {
					return ( new Health_Tests( $this->settings, new Server( $this->settings ) ) )->run( $name );
				},
			);
		}
		return $tests;
	}

	/**
	 * Adds facts for support. A secret is never among them.
	 *
	 * @param array $facts What WordPress tells already.
	 */
	public function add_facts( $facts ) {
		$yes      = __( 'yes', 'ringtrail' );
		$no       = __( 'no', 'ringtrail' );
		$fallback = Fallback::facts();
		$key      = $this->settings->api_key();
		$told     = array(
			'version'     => array( __( 'Version', 'ringtrail' ), RINGTRAIL_VERSION ),
			'server'      => array( __( 'Server address', 'ringtrail' ), $this->settings->server() ),
			'site_key'    => array( __( 'Site key', 'ringtrail' ), $this->settings->site_key() ),
			'api_key'     => array( __( 'API key', 'ringtrail' ), '' === $key ? $no : __( 'set', 'ringtrail' ) ),
			'first_party' => array( __( 'First-party path', 'ringtrail' ), $this->settings->is_first_party() ? $yes : $no ),
			'forms'       => array( __( 'Forms carry the visit', 'ringtrail' ), $this->settings->adds_visit_to_forms() ? $yes : $no ),
			'fallback'    => array( __( 'Fallback documents kept here', 'ringtrail' ), (string) $fallback['numbers'] ),
			'resting'     => array( __( 'Server left alone after a failure', 'ringtrail' ), Circuit::is_open( $this->settings->server() ) ? $yes : $no ),
		);

		$facts['ringtrail'] = array(
			'label'  => __( 'Ringtrail', 'ringtrail' ),
			'fields' => array(),
		);
		foreach ( $told as $name => list( $label, $value ) ) {
			$facts['ringtrail']['fields'][ $name ] = array(
				'label'   => $label,
				'value'   => $value,
				// Not copied with the rest: where somebody's server stands is their business.
				'private' => in_array( $name, array( 'server', 'site_key', 'api_key' ), true ),
			);
		}
		return $facts;
	}
}
