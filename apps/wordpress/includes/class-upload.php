<?php
/**
 * A file that goes to the server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Reads a file that came as the body of a request. It is never written to this site's disk.
 */
final class Upload {

	/**
	 * Bytes a second that the slowest line between this site and the server is expected to carry.
	 */
	const BYTES_A_SECOND = 262144;

	/**
	 * The file, or why it cannot be passed on.
	 *
	 * @param \WP_REST_Request $request The question.
	 * @param int              $most    Bytes the server takes.
	 * @return string|\WP_Error
	 */
	public static function read( \WP_REST_Request $request, int $most ) {
		$file = (string) $request->get_body();
		if ( strlen( $file ) > $most ) {
			/* translators: %s: a size, for example "12 MB". */
			return Problem::make( 'file_too_large', 413, sprintf( __( 'The file is too large. The server takes %s at most.', 'ringtrail' ), (string) size_format( $most ) ) );
		}
		if ( '' !== $file ) {
			return $file;
		}
		// PHP throws away what is larger than its own limit, and only the announced length is left of it.
		return (int) $request->get_header( 'content-length' ) > 0
			/* translators: %s: a size, for example "8 MB". */
			? Problem::make( 'file_cut', 413, sprintf( __( 'The file is larger than this website lets through (%s). Ask whoever hosts it to raise post_max_size, or upload the file in the console of your Ringtrail server.', 'ringtrail' ), (string) size_format( wp_convert_hr_to_bytes( (string) ini_get( 'post_max_size' ) ) ) ) )
			: Problem::make( 'file_empty', 400, __( 'The file is empty. Choose another one.', 'ringtrail' ) );
	}

	/**
	 * How long a file may be on its way. Somebody waits for it and sees that it is on its way; no page of wp-admin does.
	 *
	 * @param string $file The file.
	 */
	public static function seconds( string $file ): int {
		return Server::TIMEOUT_SECONDS + (int) ceil( strlen( $file ) / self::BYTES_A_SECOND );
	}
}
