<?php
/**
 * Writes a carrier's document.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Takes a document apart and writes it again with the elements and attributes carriers know and nothing else. WordPress's
 * own filter would not do: to it names are the same in capitals and small letters, to a carrier they are not.
 */
final class Carrier_Xml {

	const ELEMENTS = array( 'Response', 'Say', 'Play', 'Pause', 'Gather', 'Dial', 'Number', 'Reject', 'Hangup' );

	const ATTRIBUTES = array( 'voice', 'language', 'timeout', 'callerId', 'answerOnBridge', 'sequential', 'reason', 'length', 'numDigits', 'input' );

	/**
	 * The document, escaped: every text as text, every value as a value.
	 *
	 * @param string $document The document.
	 */
	public static function escaped( string $document ): string {
		$document = (string) preg_replace( '/^\s*<\?xml[^>]*\?>/', '', $document );
		preg_match_all( '/<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<>]*")*)\s*(\/?)>|([^<>]+)/', $document, $parts, PREG_SET_ORDER );
		$written = '';
		foreach ( $parts as $part ) {
			if ( isset( $part[5] ) ) {
				$written .= esc_xml( html_entity_decode( $part[5], ENT_QUOTES | ENT_XML1 ) );
			} elseif ( in_array( $part[2], self::ELEMENTS, true ) ) {
				$written .= '<' . $part[1] . $part[2] . self::attributes( $part[3] ) . $part[4] . '>';
			}
		}
		return '<?xml version="1.0" encoding="UTF-8"?>' . $written;
	}

	/**
	 * The attributes carriers know, with their values escaped.
	 *
	 * @param string $given Attributes as they stand in the document.
	 */
	private static function attributes( string $given ): string {
		preg_match_all( '/([A-Za-z]+)="([^"]*)"/', $given, $pairs, PREG_SET_ORDER );
		$written = '';
		foreach ( $pairs as $pair ) {
			if ( in_array( $pair[1], self::ATTRIBUTES, true ) ) {
				$written .= ' ' . $pair[1] . '="' . esc_xml( html_entity_decode( $pair[2], ENT_QUOTES | ENT_XML1 ) ) . '"';
			}
		}
		return $written;
	}
}
