<?php
/**
 * What is kept about a person, here and on the server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress knows people by e-mail, telephones by number. A person's numbers are those of their account and their orders
 * here; the server is asked about each of them.
 */
final class Privacy {

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
	 * Adds what is exported of a person.
	 *
	 * @param array $exporters What WordPress knows already.
	 */
	public function add_exporter( $exporters ) {
		$exporters['ringtrail'] = array(
			'exporter_friendly_name' => __( 'Phone calls (Ringtrail)', 'ringtrail' ),
			'callback'               => array( $this, 'export' ),
		);
		return $exporters;
	}

	/**
	 * Adds what is erased of a person.
	 *
	 * @param array $erasers What WordPress knows already.
	 */
	public function add_eraser( $erasers ) {
		$erasers['ringtrail'] = array(
			'eraser_friendly_name' => __( 'Phone calls (Ringtrail)', 'ringtrail' ),
			'callback'             => array( $this, 'erase' ),
		);
		return $erasers;
	}

	/**
	 * Every call of a person's numbers that the server knows.
	 *
	 * @param string $email Who.
	 */
	public function export( $email ): array {
		$data = array();
		foreach ( Person_Phones::of( (string) $email ) as $phone ) {
			$answer = $this->ask( '/v1/callers/exports', $phone );
			if ( is_wp_error( $answer ) ) {
				throw new \RuntimeException( esc_html( $answer->get_error_message() ) );
			}
			foreach ( (array) ( $answer['calls'] ?? array() ) as $call ) {
				$data[] = self::exported( $phone, (array) $call );
			}
		}
		return array(
			'data' => $data,
			'done' => true,
		);
	}

	/**
	 * Lets the server forget who called from a person's numbers, and their recordings.
	 *
	 * @param string $email Who.
	 */
	public function erase( $email ): array {
		$result = array(
			'items_removed'  => false,
			'items_retained' => false,
			'messages'       => array(),
			'done'           => true,
		);
		foreach ( Person_Phones::of( (string) $email ) as $phone ) {
			$answer = $this->ask( '/v1/callers/erasures', $phone );
			if ( is_wp_error( $answer ) ) {
				// Said and not hidden: the request must not count as done.
				$result['items_retained'] = true;
				$result['messages'][]     = $answer->get_error_message();
				continue;
			}
			$result['items_removed'] = $result['items_removed'] || ! empty( $answer['calls'] );
			if ( ! empty( $answer['held'] ) ) {
				$result['items_retained'] = true;
				$result['messages'][]     = __( 'Some calls stay as they are, because a legal hold says so.', 'ringtrail' );
			}
		}
		return $result;
	}

	/**
	 * One call as WordPress exports it.
	 *
	 * @param string $phone The caller's number.
	 * @param array  $call  The call as the server tells it.
	 */
	private static function exported( string $phone, array $call ): array {
		$shown = array(
			__( 'Your number', 'ringtrail' )   => $phone,
			__( 'Called', 'ringtrail' )        => (string) ( $call['number'] ?? '' ),
			__( 'When', 'ringtrail' )          => (string) ( $call['rangAt'] ?? '' ),
			__( 'Your name', 'ringtrail' )     => (string) ( $call['name'] ?? '' ),
			__( 'Was recorded', 'ringtrail' )  => empty( $call['recorded'] ) ? __( 'no', 'ringtrail' ) : __( 'yes', 'ringtrail' ),
		);
		$pairs = array();
		foreach ( array_filter( $shown, 'strlen' ) as $name => $value ) {
			$pairs[] = compact( 'name', 'value' );
		}
		return array(
			'group_id'    => 'ringtrail-calls',
			'group_label' => __( 'Phone calls', 'ringtrail' ),
			'item_id'     => 'ringtrail-call-' . sanitize_key( (string) ( $call['id'] ?? '' ) ),
			'data'        => $pairs,
		);
	}

	/**
	 * Asks the server about one number.
	 *
	 * @param string $path  Where.
	 * @param string $phone E.164.
	 * @return array|\WP_Error
	 */
	private function ask( string $path, string $phone ) {
		return ( new Server( $this->settings ) )->ask( 'POST', $path, array(), (string) wp_json_encode( array( 'phone' => $phone ) ) );
	}
}
