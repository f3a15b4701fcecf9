<?php
/**
 * The command line.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Call tracking that you own: look at it, connect it, test it, take the calls out.
 */
final class Command {

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
	 * Runs every test of Site Health and says what each found.
	 *
	 * ## EXAMPLES
	 *
	 *     wp ringtrail status
	 */
	public function status(): void {
		$tests = new Health_Tests( $this->settings, new Server( $this->settings ) );
		$bad   = 0;
		foreach ( array_keys( Site_Health::names() ) as $name ) {
			$found = $tests->run( $name );
			$bad  += 'critical' === $found['status'] ? 1 : 0;
			\WP_CLI::log( sprintf( '%-12s %-12s %s', $name, $found['status'], html_entity_decode( wp_strip_all_tags( $found['description'] ), ENT_QUOTES ) ) );
		}
		if ( $bad > 0 ) {
			\WP_CLI::halt( 1 );
		}
	}

	/**
	 * Connects the site: prints a code and where to approve it, and waits until somebody did.
	 *
	 * ## OPTIONS
	 *
	 * <server>
	 * : Address of the Ringtrail server.
	 *
	 * [--api-key=<key>]
	 * : Connect by a key instead of a code.
	 *
	 * [--site-key=<key>]
	 * : The site's public key; needed with --api-key.
	 *
	 * ## EXAMPLES
	 *
	 *     wp ringtrail connect https://calls.example.com
	 *
	 * @param string[] $given   The address.
	 * @param string[] $options The keys.
	 */
	public function connect( $given, $options ): void {
		$server = Server_Address::read( (string) $given[0] );
		if ( is_wp_error( $server ) ) {
			\WP_CLI::error( $server->get_error_message() );
		}
		if ( isset( $options['api-key'] ) ) {
			$keys = array(
				'apiKey'  => (string) $options['api-key'],
				'siteKey' => (string) ( $options['site-key'] ?? '' ),
			);
			Connection::keep( $this->settings, $server, $keys );
			\WP_CLI::success( __( 'The site is connected.', 'ringtrail' ) );
			return;
		}
		( new Command_Line( $this->settings ) )->connect_by_code( $server );
	}

	/**
	 * Says what a visitor's page carries: script, settings, numbers that would be swapped.
	 *
	 * ## OPTIONS
	 *
	 * <url>
	 * : A page of this site.
	 *
	 * ## EXAMPLES
	 *
	 *     wp ringtrail test-swap https://example.com/contact/
	 *
	 * @subcommand test-swap
	 *
	 * @param string[] $given The address.
	 */
	public function test_swap( $given ): void {
		( new Command_Line( $this->settings ) )->test_swap( (string) $given[0] );
	}

	/**
	 * Prints calls, one JSON document a line, newest first.
	 *
	 * ## OPTIONS
	 *
	 * [--phone=<number>]
	 * : Only what is known of the caller with this number.
	 *
	 * ## EXAMPLES
	 *
	 *     wp ringtrail export > calls.ndjson
	 *
	 * @param string[] $given   Nothing.
	 * @param string[] $options The number.
	 */
	public function export( $given, $options ): void {
		unset( $given );
		( new Command_Line( $this->settings ) )->export( isset( $options['phone'] ) ? (string) $options['phone'] : '' );
	}
}
