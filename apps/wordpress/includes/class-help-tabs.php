<?php
/**
 * Help behind the word "Help" at the top of our pages.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Says on each of our pages what is seen there and what to do when something is missing.
 */
final class Help_Tabs {

	/**
	 * Adds the help of the page that is shown, if it is one of ours.
	 *
	 * @param \WP_Screen $screen The page.
	 */
	public static function add( $screen ): void {
		if ( ! $screen instanceof \WP_Screen || false === strpos( $screen->id, Screens_Page::SLUG ) ) {
			return;
		}
		foreach ( self::tabs() as $id => list( $title, $words ) ) {
			$screen->add_help_tab(
				array(
					'id'      => 'ringtrail-' . $id,
					'title'   => $title,
					'content' => '<p>' . esc_html( $words ) . '</p>',
				)
			);
		}
		$screen->set_help_sidebar( '<p><a href="https://ringtrail.dev/wordpress">' . esc_html__( 'Documentation', 'ringtrail' ) . '</a></p>' );
	}

	/**
	 * Titles and words.
	 */
	private static function tabs(): array {
		return array(
			'calls'   => array( __( 'Calls', 'ringtrail' ), __( 'A call appears while it rings. Each says which ad, search or page it is credited to, and how sure that is: a probability with its reasons, never a silent guess.', 'ringtrail' ) ),
			'swap'    => array( __( 'My number is not swapped', 'ringtrail' ), __( 'Editors see the site\'s own number, so look in a private window. Open the page with ?ringtrail=debug at the end of its address: a panel says for every number whether it is swapped, and if not, why.', 'ringtrail' ) ),
			'consent' => array( __( 'Visitors\' consent', 'ringtrail' ), __( 'Nothing is stored and no identifier is sent before a visitor agreed. Consent plugins that know the WP Consent API are heard by themselves; without one the regime counts that the site has on the server.', 'ringtrail' ) ),
			'down'    => array( __( 'When the server is down', 'ringtrail' ), __( 'Pages keep your own number, forms go on working, and this site itself can answer carriers so that calls reach you: Site Health says whether it is ready.', 'ringtrail' ) ),
			'roles'   => array( __( 'Who may see what', 'ringtrail' ), __( 'view_ringtrail_calls shows calls and numbers, manage_ringtrail connects the site and changes settings. Administrators have both; give other roles the first one under Settings.', 'ringtrail' ) ),
		);
	}
}
