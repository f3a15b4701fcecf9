<?php
/**
 * Leaves nothing behind when the plugin is deleted.
 *
 * @package Ringtrail
 */

defined( 'ABSPATH' ) || exit;
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/load-classes.php';

\Ringtrail\Activation::uninstall();
