<?php
/**
 * What may stand behind the question mark of the screens' questions.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Schemas of the parameters, by name.
 */
final class Screen_Schemas {

	const PLACE_LIST = '^[A-Za-z0-9,-]*$';

	const RULE_SET = '^[a-z0-9-]*$';

	/**
	 * What a page of a list takes.
	 */
	public static function page(): array {
		return array(
			'cursor' => self::text( __( 'Where the page begins, as the last answer named it.', 'ringtrail' ), '^[A-Za-z0-9_.:=-]*$', 600 ),
			'limit'  => array(
				'description' => __( 'How many to list.', 'ringtrail' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'maximum'     => 100,
				'default'     => 50,
			),
		);
	}

	/**
	 * The same of a list whose pages are as long as the server likes.
	 */
	public static function long_page(): array {
		$page = self::page();
		unset( $page['limit']['default'] );
		return $page;
	}

	/**
	 * What narrows a list of calls. The server knows what each may say.
	 */
	public static function calls(): array {
		$names = array( 'site', 'from', 'before', 'to', 'channel', 'source', 'keyword', 'landingPage', 'who', 'outcome', 'firstTime', 'words' );
		$spam  = array(
			'description' => __( 'Leave out calls flagged as spam, or list them alone.', 'ringtrail' ),
			'type'        => 'string',
			'enum'        => array( 'hide', 'only' ),
		);
		return self::page() + array( 'spam' => $spam ) + array_fill_keys( $names, self::text( __( 'What narrows the list. The server checks it.', 'ringtrail' ), '^[^\x00-\x1f]*$', 200 ) );
	}

	/**
	 * Which days an overview is about.
	 */
	public static function days(): array {
		$day = self::text( __( 'A day, such as 2026-11-24.', 'ringtrail' ), '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 10 );
		return array(
			'days'     => self::text( __( 'How many days, today included.', 'ringtrail' ), '^[1-9][0-9]{0,2}$', 3 ),
			'from'     => $day,
			'to'       => $day,
			'compare'  => self::text( __( 'What the days are compared with.', 'ringtrail' ), '^(before|year|none)$', 6 ),
			'site'     => self::text( __( 'The id as the server names it.', 'ringtrail' ), '^[0-9a-f-]{36}$', 36 ),
			'currency' => self::text( __( 'A currency, such as USD.', 'ringtrail' ), '^[A-Z]{3}$', 3 ),
		);
	}

	/**
	 * What narrows a report of money or a list of orders. The server knows what each may say.
	 */
	public static function report(): array {
		$word = self::text( __( 'What the report is about. The server checks it.', 'ringtrail' ), '^[a-z_]{1,40}$', 40 );
		return array_intersect_key( self::days(), array_flip( array( 'from', 'to', 'site', 'currency' ) ) ) + array(
			'timeZone' => self::text( __( 'Whose days, such as America/New_York.', 'ringtrail' ), '^[A-Za-z0-9_+/-]+$', 64 ),
			'by'       => $word,
			'model'    => $word,
			'limit'    => array(
				'description' => __( 'How many to list.', 'ringtrail' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'maximum'     => 500,
			),
		);
	}

	/**
	 * Where the business is.
	 */
	public static function business(): array {
		return array( 'business' => self::text( __( 'Places of business, with commas.', 'ringtrail' ), self::PLACE_LIST, 1000 ) );
	}

	/**
	 * Which rule sets are compared.
	 */
	public static function rule_sets(): array {
		return array(
			'before' => self::text( __( 'The earlier rule set.', 'ringtrail' ), self::RULE_SET, 64 ),
			'after'  => self::text( __( 'The later rule set.', 'ringtrail' ), self::RULE_SET, 64 ),
		);
	}

	/**
	 * What a file is called.
	 */
	public static function file_name(): array {
		return array( 'name' => self::text( __( 'The file\'s name, for people.', 'ringtrail' ), '^[^\x00-\x1f]{1,200}$', 200 ) );
	}

	/**
	 * What is sent, by the kind of each part.
	 *
	 * @param string[] $kinds Kinds by name.
	 */
	public static function sent( array $kinds ): array {
		$schema = array();
		foreach ( $kinds as $name => $kind ) {
			$schema[ $name ] = array(
				'description' => __( 'A part of what is sent. The server checks it.', 'ringtrail' ),
				'type'        => $kind,
			);
		}
		return $schema;
	}

	/**
	 * A short text.
	 *
	 * @param string $description What it is.
	 * @param string $pattern     What it looks like.
	 * @param int    $length      How long at most.
	 */
	private static function text( string $description, string $pattern, int $length ): array {
		return array(
			'description' => $description,
			'type'        => 'string',
			'maxLength'   => $length,
			'pattern'     => $pattern,
		);
	}
}
