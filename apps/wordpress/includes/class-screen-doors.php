<?php
/**
 * What the screens may ask of the server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Every door of the server that the screens use, as data: its method and path, who may ask, what may stand behind the
 * question mark, and what may be sent. A door that is not here is not passed on.
 *
 * What is sent is looked at by the server, which names the field that is wrong, so that the screens can say it beside
 * that field; here only the kind of each part is checked.
 */
final class Screen_Doors {

	const ID = '(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';

	const DECLARED = '(?P<declared>[A-Za-z0-9_-]{1,200})';

	const PLACE = '(?P<place>[A-Z]{2}(?:-[A-Z0-9]{1,5})?)';

	const SOUND_BYTES = 12582912;

	const LIST_BYTES = 1048576;

	/**
	 * What whoever sees calls may ask.
	 */
	public static function to_look(): array {
		return array(
			array( 'GET', '/reports/overview', 'query' => Screen_Schemas::days() ),
			array( 'GET', '/reports/calls', 'query' => Screen_Schemas::report() ),
			array( 'GET', '/calls', 'query' => Screen_Schemas::calls() ),
			array( 'GET', '/calls/' . self::ID ),
			array( 'POST', '/recordings/' . self::ID . '/links' ),
			array( 'GET', '/pools', 'query' => Screen_Schemas::long_page() ),
			array( 'GET', '/channel-rules' ),
			array( 'POST', '/channel-rules/tests', 'sends' => array_fill_keys( array( 'url', 'referrer' ), 'string' ) ),
			array( 'GET', '/recording-consent/places', 'query' => Screen_Schemas::business() ),
			array( 'GET', '/recording-consent/proofs', 'query' => Screen_Schemas::page() ),
			array( 'GET', '/recording-consent/rule-sets' ),
			array( 'GET', '/recording-consent/rule-sets/diff', 'query' => Screen_Schemas::rule_sets() ),
			array( 'POST', '/recording-consent/decisions/preview', 'sends' => array( 'caller' => 'object' ) ),
		);
	}

	/**
	 * What whoever sets the plugin up may ask besides: everything that changes what callers go through, and what is shown
	 * beside it.
	 */
	public static function to_change(): array {
		$place = array_fill_keys( array( 'kind', 'place', 'basis' ), 'string' );
		$flow  = array(
			'destination'     => 'string',
			'recordingWanted' => 'boolean',
			'announcement'    => 'object',
		);
		$rules = array(
			'windowDays'     => 'number',
			'matchesCallers' => 'boolean',
		);
		return array(
			array( 'PUT', '/account/time-zone', 'sends' => array( 'timeZone' => 'string' ) ),
			array( 'GET', '/sites', 'query' => Screen_Schemas::long_page() ),
			array( 'GET', '/sites/' . self::ID . '/call-flow' ),
			array( 'PUT', '/sites/' . self::ID . '/call-flow', 'sends' => $flow ),
			array( 'POST', '/sites/' . self::ID . '/call-flow/checks', 'sends' => $flow ),
			array( 'GET', '/sounds' ),
			array( 'POST', '/sounds', 'query' => Screen_Schemas::file_name(), 'file' => array( 'application/octet-stream', self::SOUND_BYTES ) ),
			array( 'GET', '/caller-places', 'query' => Screen_Schemas::page() ),
			array( 'POST', '/caller-places', 'sends' => array( 'phone' => 'string' ) + $place ),
			array( 'POST', '/caller-places/imports', 'file' => array( 'text/csv', self::LIST_BYTES ) ),
			array( 'DELETE', '/caller-places/' . self::DECLARED ),
			array( 'GET', '/calls/' . self::ID . '/caller-places' ),
			array( 'POST', '/calls/' . self::ID . '/caller-places', 'sends' => $place ),
			array( 'PUT', '/calls/' . self::ID . '/spam', 'sends' => array( 'isSpam' => 'boolean' ) ),
			array( 'GET', '/recording-consent/overrides' ),
			array( 'POST', '/recording-consent/overrides', 'sends' => array_fill_keys( array( 'place', 'phone', 'video', 'reason', 'author', 'date' ), 'string' ) ),
			array( 'DELETE', '/recording-consent/overrides/' . self::PLACE ),
			array( 'POST', '/test-calls', 'sends' => array( 'to' => 'string' ) ),
			array( 'GET', '/reports/revenue', 'query' => Screen_Schemas::report() ),
			array( 'GET', '/orders', 'query' => Screen_Schemas::report() + Screen_Schemas::page() ),
			array( 'GET', '/orders/waiting', 'query' => Screen_Schemas::report() + Screen_Schemas::page() ),
			array( 'GET', '/other-trackers', 'query' => Screen_Schemas::long_page() ),
			array( 'GET', '/sites/' . self::ID . '/order-rules' ),
			array( 'PUT', '/sites/' . self::ID . '/order-rules', 'sends' => $rules ),
			array( 'GET', '/session' ),
			array( 'POST', '/callers/exports', 'sends' => array( 'phone' => 'string' ) ),
			array( 'POST', '/callers/erasures', 'sends' => array( 'phone' => 'string' ) ),
			array( 'POST', '/visitors/exports', 'sends' => array( 'visitor' => 'string' ) ),
			array( 'POST', '/visitors/erasures', 'sends' => array( 'visitor' => 'string' ) ),
			array( 'POST', '/emails/exports', 'sends' => array( 'email' => 'string' ) ),
			array( 'POST', '/emails/erasures', 'sends' => array( 'email' => 'string' ) ),
		);
	}
}
