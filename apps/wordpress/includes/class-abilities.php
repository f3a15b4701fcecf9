<?php
/**
 * What assistants may do, where WordPress has the Abilities API (6.9 and newer).
 *
 * @package Ringtrail
 */

namespace Ringtrail;

defined( 'ABSPATH' ) || exit;

/**
 * Two abilities that only read, each behind the same capability as the screens.
 */
final class Abilities {

	const CATEGORY = 'ringtrail';

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
	 * Registers the category.
	 */
	public function register_category(): void {
		wp_register_ability_category(
			self::CATEGORY,
			array(
				'label'       => __( 'Call tracking', 'ringtrail' ),
				'description' => __( 'Phone calls and what caused them.', 'ringtrail' ),
			)
		);
	}

	/**
	 * Registers the abilities.
	 */
	public function register(): void {
		$this->add(
			'ringtrail/list-calls',
			__( 'List phone calls', 'ringtrail' ),
			__( 'The newest phone calls with source, campaign and keyword. Callers\' numbers are not told.', 'ringtrail' ),
			'/v1/calls'
		);
		$this->add(
			'ringtrail/show-pools',
			__( 'Show tracking numbers', 'ringtrail' ),
			__( 'Every tracking number and whether it is lent.', 'ringtrail' ),
			'/v1/pools'
		);
	}

	/**
	 * Adds an ability that reads one list of the server.
	 *
	 * @param string $name        Its name.
	 * @param string $label       What people call it.
	 * @param string $description What it tells.
	 * @param string $path        Where the server tells it.
	 */
	private function add( string $name, string $label, string $description, string $path ): void {
		wp_register_ability(
			$name,
			array(
				'label'               => $label,
				'description'         => $description,
				'category'            => self::CATEGORY,
				'output_schema'       => array( 'type' => 'object' ),
				'permission_callback' => array( Capability::class, 'may_view' ),
				'execute_callback'    => function () use ( $path ) {
					return ( new Server( $this->settings ) )->ask( 'GET', $path );
				},
				'meta'                => array(
					'annotations'  => array(
						'readonly'    => true,
						'destructive' => false,
						'idempotent'  => true,
					),
					'show_in_rest' => true,
				),
			)
		);
	}
}
