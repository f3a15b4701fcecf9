<?php
/**
 * The phone number in pages.
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Block, shortcode, block binding and pattern. All of them write the business's own number: whose visit a page is for
 * is decided in the browser, never here, because caches keep the page.
 */
final class Phone_Block {

	const SHORTCODE = array(
		'number' => '',
		'label'  => '',
		'look'   => 'link',
		'hours'  => '',
	);

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
	 * Registers what editors can put in.
	 */
	public function register(): void {
		register_block_type_from_metadata(
			plugin_dir_path( RINGTRAIL_FILE ) . 'build/phone',
			array( 'render_callback' => array( $this, 'render_block' ) )
		);
		register_block_bindings_source(
			'ringtrail/phone',
			array(
				'label'              => __( 'Phone number', 'ringtrail' ),
				'get_value_callback' => array( $this, 'bound_value' ),
			)
		);
		if ( is_admin() ) {
			wp_set_script_translations( 'ringtrail-phone-editor-script', 'ringtrail', plugin_dir_path( RINGTRAIL_FILE ) . 'languages' );
		}
	}

	/**
	 * Writes the block.
	 *
	 * @param array $attributes What the editor set.
	 */
	public function render_block( $attributes ): string {
		$inner = $this->html( wp_parse_args( $attributes, self::SHORTCODE ) );
		return '' === $inner ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $inner . '</div>';
	}

	/**
	 * Writes the shortcode: [ringtrail_phone number="" label="" look="link|button|hours" hours=""].
	 *
	 * @param mixed $attributes What stands in it.
	 */
	public function shortcode( $attributes ): string {
		return $this->html( shortcode_atts( self::SHORTCODE, $attributes, 'ringtrail_phone' ) );
	}

	/**
	 * What a bound attribute gets: the number as text, or the address of its link.
	 *
	 * @param array  $arguments `value`: text or href; `number`: another number than the site's.
	 * @param mixed  $block     The block, which does not matter.
	 * @param string $attribute Which attribute is bound.
	 */
	public function bound_value( $arguments, $block = null, $attribute = '' ): ?string {
		unset( $block );
		$number  = $this->number( isset( $arguments['number'] ) ? (string) $arguments['number'] : '' );
		$is_link = 'href' === ( $arguments['value'] ?? ( 'url' === $attribute ? 'href' : 'text' ) );
		$e164    = Phone::e164( $number );
		if ( '' === $e164 ) {
			return null;
		}
		return $is_link ? 'tel:' . $e164 : Phone::shown( $number );
	}

	/**
	 * The link with its number. A label stands before the number and never instead of it, so that what is read aloud,
	 * copied or printed is a number somebody can dial.
	 *
	 * @param array $wish number, label, look and hours.
	 */
	private function html( array $wish ): string {
		$number = $this->number( (string) $wish['number'] );
		$e164   = Phone::e164( $number );
		if ( '' === $e164 ) {
			return '';
		}
		$is_button = 'button' === $wish['look'];
		$text      = '' === (string) $wish['label'] ? Phone::shown( $number ) : $wish['label'] . ' ' . Phone::shown( $number );
		$link      = sprintf(
			'<a class="%s" href="%s">%s</a>',
			esc_attr( $is_button ? 'ringtrail-phone wp-block-button__link wp-element-button' : 'ringtrail-phone' ),
			esc_attr( 'tel:' . $e164 ),
			esc_html( $text )
		);
		if ( 'hours' === $wish['look'] && '' !== (string) $wish['hours'] ) {
			$link .= ' <span class="ringtrail-hours">' . esc_html( $wish['hours'] ) . '</span>';
		}
		return $link;
	}

	/**
	 * The number that is meant: the one given, else the site's own.
	 *
	 * @param string $given What the editor wrote.
	 */
	private function number( string $given ): string {
		return '' === trim( $given ) ? $this->settings->phone() : trim( $given );
	}

	/**
	 * A pattern: a heading, the number as a button, the hours. Editors ask for patterns over REST, which is not yet known
	 * to be asked when WordPress begins.
	 */
	public function register_pattern(): void {
		register_block_pattern(
			'ringtrail/call-us',
			array(
				'title'       => __( 'Call us', 'ringtrail' ),
				'description' => __( 'A heading and your phone number as a button.', 'ringtrail' ),
				'categories'  => array( 'call-to-action' ),
				'content'     => '<!-- wp:group {"layout":{"type":"constrained"}} --><div class="wp-block-group"><!-- wp:heading {"textAlign":"center"} --><h2 class="wp-block-heading has-text-align-center">' . esc_html__( 'Call us', 'ringtrail' ) . '</h2><!-- /wp:heading --><!-- wp:ringtrail/phone {"look":"button","align":"center"} /--></div><!-- /wp:group -->',
			)
		);
	}
}
