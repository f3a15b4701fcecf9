import { expect, test } from "vitest";
import { site } from "./the-site.ts";

const visit = "0198c0de-0000-7000-8000-000000000101";
const call = "0198c0de-0000-7000-8000-000000000201";

/** WooCommerce's order as far as the plugin touches it; WooCommerce itself is on no registry these tests reach. */
const stub = `
  eval( 'class Stub_Order {
    public $meta = array(); public $saved = 0;
    function get_id() { return 7; } function get_order_number() { return "#1007"; } function get_currency() { return "USD"; }
    function get_total() { return "450.00"; } function get_status() { return "processing"; } function get_created_via() { return "checkout"; }
    function get_billing_phone() { return "(415) 555-0177"; } function get_refunds() { return array(); }
    function get_date_created() { return new DateTime( "2026-03-02T10:00:00Z" ); }
    function get_meta( $name ) { return $this->meta[ $name ] ?? ""; }
    function update_meta_data( $name, $value ) { $this->meta[ $name ] = $value; } function save() { ++$this->saved; }
  }
  function wc_get_order( $id ) { return $GLOBALS["stub_order"]; }' );
  $GLOBALS['stub_order'] = new Stub_Order();
  $orders = new Ringtrail\\Phone_Orders( new Ringtrail\\Settings() );
  $checkout = new Ringtrail\\Checkout( new Ringtrail\\Settings() );
`;

/** Orders that a call led to (WooCommerce against a stub of its order and its hooks). */
export function orderPromises(): void {
  test("an order remembers its visit, is told to the server in the background, and keeps its call for the column", async () => {
    const told = JSON.parse(
      await site.wordpress.runPhp(`${stub}
        $_POST['ringtrail_visit'] = '${visit}';
        do_action( 'woocommerce_checkout_order_created', $GLOBALS['stub_order'] );
        add_filter( 'pre_http_request', function ( $answer, $request, $url ) {
          $GLOBALS['sent'] = array( wp_parse_url( $url, PHP_URL_PATH ), json_decode( $request['body'], true ) );
          return array( 'response' => array( 'code' => 200 ), 'body' => '{"orders":[{"id":"7","rule":"visit","call":"${call}"}]}', 'headers' => array() );
        }, 20, 3 );
        $orders->tell( 7 );
        wp_set_current_user( 1 );
        ob_start();
        ( new Ringtrail\\Order_Column( new Ringtrail\\Settings() ) )->render( 'ringtrail_call', $GLOBALS['stub_order'] );
        echo json_encode( array( 'column' => ob_get_clean(), 'meta' => $GLOBALS['stub_order']->meta, 'sent' => $GLOBALS['sent'] ) );
      `),
    );
    expect(told.meta).toEqual({ _ringtrail_visit: visit, _ringtrail_call: call });
    expect(told.sent[0]).toBe("/v1/orders");
    expect(told.sent[1].orders).toEqual([
      {
        id: "7",
        number: "#1007",
        placedAt: "2026-03-02T10:00:00Z",
        currency: "USD",
        amount: 450,
        cancelled: false,
        placedBy: "customer",
        visit,
        phone: "+14155550177",
        refunds: [],
      },
    ]);
    expect(told.column).toContain(`#/calls/${call}`);
  });

  test("the column is there for who may see calls, and a visit of the block checkout is read", async () => {
    const told = JSON.parse(
      await site.wordpress.runPhp(`${stub}
        $column = new Ringtrail\\Order_Column( new Ringtrail\\Settings() );
        wp_set_current_user( 1 );
        $owner = $column->add( array( 'order' => 'Order' ) );
        wp_set_current_user( 0 );
        $stranger = $column->add( array( 'order' => 'Order' ) );
        $request = new WP_REST_Request();
        $request->set_param( 'extensions', array( 'ringtrail' => array( 'visit' => '${visit}' ) ) );
        $checkout->remember_visit_of_blocks( $GLOBALS['stub_order'], $request );
        echo json_encode( array( $owner, $stranger, $GLOBALS['stub_order']->meta ) );
      `),
    );
    expect(told).toEqual([{ order: "Order", ringtrail_call: "Call" }, { order: "Order" }, { _ringtrail_visit: visit }]);
  });

  test("WooCommerce is told that its tables of orders and its block checkout are supported", async () => {
    const told = await site.wordpress.runPhp(`
      eval( 'namespace Automattic\\WooCommerce\\Utilities; final class FeaturesUtil {
        public static $told = array();
        public static function declare_compatibility( $feature, $file, $is ) { self::$told[] = array( $feature, basename( $file ), $is ); }
      }' );
      do_action( 'before_woocommerce_init' );
      echo wp_json_encode( \\Automattic\\WooCommerce\\Utilities\\FeaturesUtil::$told );
    `);
    expect(JSON.parse(told)).toEqual([
      ["custom_order_tables", "ringtrail.php", true],
      ["cart_checkout_blocks", "ringtrail.php", true],
    ]);
  });
}
