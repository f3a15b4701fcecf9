<?php
/**
 * What reaches the business while the server is dead.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps a copy of the server's fallback documents: for each number one short document, in its carrier's words, that dials
 * the business. It is read anew every hour, and the last good copy stays when the server does not answer: that is what it
 * is for.
 */
final class Fallback {

	const OPTION = 'ringtrail_fallback';

	const EVENT = 'ringtrail_refresh_fallback';

	/**
	 * Reads the documents from the server. Run by the clock, and when the site is connected.
	 */
	public static function refresh(): void {
		$documents = Server_List::read( new Server( new Settings() ), '/v1/fallback-documents', 'documents' );
		if ( is_wp_error( $documents ) ) {
			return;
		}
		$kept = array();
		foreach ( $documents as $document ) {
			if ( is_array( $document ) && isset( $document['name'], $document['key'], $document['body'] ) ) {
				$kept[ (string) $document['name'] ] = array(
					'key'  => (string) $document['key'],
					'body' => (string) $document['body'],
				);
			}
		}
		update_option(
			self::OPTION,
			array(
				'at'        => time(),
				'documents' => $kept,
			),
			false
		);
	}

	/**
	 * The document of a number, or an empty text. Only its carrier knows the key: a stranger learns neither whose a number
	 * is nor whether it is anybody's.
	 *
	 * @param string $name The document's name: digits, a dot and the carrier.
	 * @param string $key  What stood behind it.
	 */
	public static function document( string $name, string $key ): string {
		$kept  = get_option( self::OPTION, array() );
		$found = is_array( $kept ) && isset( $kept['documents'][ $name ] ) ? $kept['documents'][ $name ] : null;
		return null !== $found && hash_equals( $found['key'], $key ) ? $found['body'] : '';
	}

	/**
	 * When the copy was made and how many numbers it holds.
	 */
	public static function facts(): array {
		$kept = get_option( self::OPTION, array() );
		return array(
			'at'      => isset( $kept['at'] ) ? (int) $kept['at'] : 0,
			'numbers' => isset( $kept['documents'] ) ? count( $kept['documents'] ) : 0,
		);
	}
}
