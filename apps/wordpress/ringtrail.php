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
 *
 * @package Ringtrail
 */

defined( 'ABSPATH' ) || exit;

define( 'RINGTRAIL_VERSION', '0.0.0' );
define( 'RINGTRAIL_FILE', __FILE__ );

require_once __DIR__ . '/includes/class-capability.php';
require_once __DIR__ . '/includes/class-settings.php';
require_once __DIR__ . '/includes/class-settings-form.php';
require_once __DIR__ . '/includes/class-server.php';
require_once __DIR__ . '/includes/class-optimisers.php';
require_once __DIR__ . '/includes/class-snippet.php';
require_once __DIR__ . '/includes/class-rest-routes.php';
require_once __DIR__ . '/includes/class-consent-routes.php';
require_once __DIR__ . '/includes/class-proof-routes.php';
require_once __DIR__ . '/includes/class-settings-page.php';
require_once __DIR__ . '/includes/class-screens-page.php';
require_once __DIR__ . '/includes/class-plugin.php';

register_activation_hook( __FILE__, array( \Ringtrail\Capability::class, 'grant' ) );

( new \Ringtrail\Plugin() )->add_hooks();
