<?php
/**
 * Plugin Name:       Ringtrail
 * Plugin URI:        https://ringtrail.dev/wordpress
 * Description:       Call tracking that you own: each visit borrows a phone number, so every call says which ad, search or page caused it.
 * Version:           0.0.0
 * Requires at least: 6.6
 * Requires PHP:      7.4
 * Author:            Ringtrail
 * Author URI:        https://ringtrail.dev
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       ringtrail
 * Domain Path:       /languages
 *
 * @package Ringtrail
 */

defined( 'ABSPATH' ) || exit;

define( 'RINGTRAIL_VERSION', '0.0.0' );
define( 'RINGTRAIL_FILE', __FILE__ );

require_once __DIR__ . '/includes/load-classes.php';
require_once __DIR__ . '/includes/public-functions.php';

register_activation_hook( __FILE__, array( \Ringtrail\Activation::class, 'activate' ) );
register_deactivation_hook( __FILE__, array( \Ringtrail\Activation::class, 'deactivate' ) );

( new \Ringtrail\Plugin() )->add_hooks();
