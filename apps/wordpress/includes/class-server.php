<?php
/**
 * The way to the Ringtrail server.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Asks the owner's Ringtrail server, with the key that never leaves PHP. A slow server costs wp-admin three seconds
 * at most; only a file that somebody uploads and waits for may take longer.
 */
final class Server {

	const TIMEOUT_SECONDS = 3;

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
	 * Asks the server and answers its JSON, or an error with a code and what to do.
	 *
	 * @param string $method GET or POST.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param array  $query  Query parameters; empty ones are left out.
	 * @param string $body   JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	public function ask( string $method, string $path, array $query = array(), string $body = '' ) {
		$answer = $this->send( $method, Http::with_query( $path, array_filter( $query, 'strlen' ) ), 'application/json', $body );
		return is_wp_error( $answer ) ? $answer : Server_Answer::read( $answer );
	}

	/**
	 * Asks the server for the screens: its answer is passed on as it is.
	 *
	 * @param string $method HTTP method.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param array  $query  Query parameters.
	 * @param string $body   JSON to send; empty for none.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public function pass_on( string $method, string $path, array $query, string $body ) {
		$answer = $this->send( $method, Http::with_query( $path, $query ), 'application/json', $body );
		return is_wp_error( $answer ) ? $answer : Server_Answer::as_it_is( $answer );
	}

	/**
	 * Sends the server a file. It may take longer than a question, and when it does, that says nothing of the server.
	 *
	 * @param string $path  Path on the server, starting with /v1/.
	 * @param array  $query Query parameters.
	 * @param string $file  The file.
	 * @param string $type  Its media type.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public function send_file( string $path, array $query, string $file, string $type ) {
		$answer = $this->send( 'POST', Http::with_query( $path, $query ), 'application/json', $file, $type );
		return is_wp_error( $answer ) ? $answer : Server_Answer::as_it_is( $answer );
	}

	/**
	 * Asks a server that this site need not be connected to, without any key.
	 *
	 * @param string $server Its address.
	 * @param string $method GET or POST.
	 * @param string $path   Path on the server, starting with /v1/.
	 * @param string $body   JSON to send; empty for none.
	 * @return array|\WP_Error
	 */
	public static function ask_anybody( string $server, string $method, string $path, string $body = '' ) {
		$answer = Http::request( untrailingslashit( $server ) . $path, $method, Http::headers( 'application/json', $body ), $body );
		return is_wp_error( $answer ) ? Problem::unreachable() : Server_Answer::read( $answer );
	}

	/**
	 * Asks the server for a text of one media type and answers it word for word, or an error with a code and what to do.
	 *
	 * @param string $path Path on the server, starting with /v1/.
	 * @param string $type The only media type that is taken.
	 * @return string|\WP_Error
	 */
	public function ask_text( string $path, string $type ) {
		$answer = $this->send( 'GET', $path, $type . ', application/problem+json', '' );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$is_good = 200 === (int) wp_remote_retrieve_response_code( $answer );
		if ( $is_good && 0 === strpos( (string) wp_remote_retrieve_header( $answer, 'content-type' ), $type ) ) {
			return wp_remote_retrieve_body( $answer );
		}
		$read = $is_good ? null : Server_Answer::read( $answer );
		return is_wp_error( $read ) ? $read : Problem::not_a_server();
	}

	/**
	 * Sends one request.
	 *
	 * @param string $method GET or POST.
	 * @param string $path   Path and query on the server.
	 * @param string $accept Media types that are taken.
	 * @param string $body   What to send; empty for nothing.
	 * @param string $type   What it is.
	 * @return array|\WP_Error
	 */
	private function send( string $method, string $path, string $accept, string $body, string $type = 'application/json' ) {
		if ( ! $this->settings->can_ask() ) {
			return Problem::not_connected();
		}
		$server = $this->settings->server();
		if ( Circuit::is_open( $server ) ) {
			return Problem::resting();
		}
		$is_file = 'application/json' !== $type;
		$headers = Http::headers( $accept, $body, $type ) + array( 'Authorization' => 'Bearer ' . $this->settings->api_key() );
		$answer  = Http::request( $server . $path, $method, $headers, $body, $is_file ? Upload::seconds( $body ) : self::TIMEOUT_SECONDS );
		if ( ! is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( ! $is_file ) {
			Circuit::open( $server );
		}
		return Problem::unreachable();
	}
}
