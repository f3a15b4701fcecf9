<?php
/**
 * Lists that the server pages.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Reads a list of the server to its end: it answers a hundred at most, and says where the next ones begin.
 */
final class Server_List {

	const MOST_PAGES = 100;

	/**
	 * Every item of a list, or why it cannot be had. A part of it would pass for the whole, so there is none.
	 *
	 * @param Server $server The way to the server.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param string $list   What the list is called in the answer.
	 * @return array|\WP_Error
	 */
	public static function read( Server $server, string $path, string $list ) {
		$items  = array();
		$cursor = '';
		for ( $page = 0; $page < self::MOST_PAGES; $page++ ) {
			$answer = $server->ask( 'GET', $path, array( 'cursor' => $cursor ) );
			if ( is_wp_error( $answer ) ) {
				return $answer;
			}
			if ( ! is_array( $answer[ $list ] ?? null ) ) {
				return Problem::not_a_server();
			}
			$items  = array_merge( $items, array_values( $answer[ $list ] ) );
			$cursor = (string) ( $answer['next'] ?? '' );
			if ( '' === $cursor ) {
				return $items;
			}
		}
		return Problem::not_a_server();
	}
}
