<?php
/**
 * Phone numbers on the site's own pages.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Finds them where they are sure: in links that dial, and where digits are written as only phone numbers are. An owner
 * picks from what is found, so a look-alike costs a glance and is never swapped by itself.
 */
final class Page_Numbers {

	const MOST_POSTS = 200;

	/**
	 * Numbers on the home page and in published posts: E.164 => how it is written, how often, where first.
	 */
	public static function found(): array {
		$found = array();
		self::collect( self::home_page(), __( 'Home page', 'ringtrail' ), $found );
		foreach ( get_posts(
			array(
				'post_type'        => array( 'page', 'post' ),
				'post_status'      => 'publish',
				'numberposts'      => self::MOST_POSTS,
				'suppress_filters' => false,
			)
		) as $post ) {
			self::collect( $post->post_content, get_the_title( $post ), $found );
		}
		uasort(
			$found,
			static function ( array $one, array $other ): int {
				return $other['times'] <=> $one['times'];
			}
		);
		return array_slice( array_values( $found ), 0, 50 );
	}

	/**
	 * Numbers in one page.
	 *
	 * @param string $html The page.
	 */
	public static function in( string $html ): array {
		$found = array();
		self::collect( $html, '', $found );
		return array_values( $found );
	}

	/**
	 * The home page as a visitor gets it, or an empty text.
	 */
	public static function home_page(): string {
		$answer = wp_remote_get(
			home_url( '/' ),
			array(
				'timeout'   => Server::TIMEOUT_SECONDS,
				'sslverify' => false,
				'cookies'   => array(),
			)
		);
		return is_wp_error( $answer ) ? '' : substr( (string) wp_remote_retrieve_body( $answer ), 0, 2000000 );
	}

	/**
	 * Titles of posts that hold one of these numbers, in any way of writing it.
	 *
	 * @param string[] $numbers E.164.
	 * @return string[]
	 */
	public static function posts_with( array $numbers ): array {
		$titles = array();
		foreach ( get_posts(
			array(
				'post_type'        => 'any',
				'post_status'      => array( 'publish', 'private', 'future', 'draft' ),
				'numberposts'      => self::MOST_POSTS * 5,
				'suppress_filters' => false,
			)
		) as $post ) {
			$here = array();
			self::collect( $post->post_content, '', $here );
			if ( array() !== array_intersect( array_keys( $here ), $numbers ) ) {
				$titles[] = get_the_title( $post );
			}
		}
		return array_slice( $titles, 0, 10 );
	}

	/**
	 * Adds the numbers of one text.
	 *
	 * @param string $html  Text or HTML.
	 * @param string $where Where it stands.
	 * @param array  $found What was found so far.
	 */
	private static function collect( string $html, string $where, array &$found ): void {
		preg_match_all( '/href=["\']tel:([^"\']{7,40})["\']/i', $html, $links );
		$text = wp_strip_all_tags( $html );
		preg_match_all( '/(?<![\w.\/-])(?:\+\d[\d\s().-]{7,20}\d|(?:1[\s.-])?\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\w\/-])/', $text, $written );
		foreach ( array( array_map( 'rawurldecode', $links[1] ), $written[0] ) as $kind => $all ) {
			foreach ( $all as $one ) {
				$e164 = Phone::e164( $one );
				if ( '' === $e164 ) {
					continue;
				}
				$known          = $found[ $e164 ] ?? array(
					'e164'    => $e164,
					'written' => Phone::shown( $e164 ),
					'times'   => 0,
					'where'   => $where,
				);
				$known['times'] += 1;
				if ( 1 === $kind ) {
					$known['written'] = trim( $one );
				}
				$found[ $e164 ] = $known;
			}
		}
	}
}
