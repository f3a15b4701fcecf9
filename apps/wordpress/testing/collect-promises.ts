import { expect, test } from "vitest";
import { site } from "./the-site.ts";

/** Asks the first-party path as pages and strangers do, with a server that writes down what reaches it. */
const ground = `
  $_SERVER['REMOTE_ADDR'] = '203.0.113.7';
  $settings = new Ringtrail\\Settings();
  $own      = Ringtrail\\Origin::of( home_url() );
  $is_down  = false;
  add_filter( 'pre_http_request', static function ( $answer, $request, $url ) use ( &$is_down ) {
    $GLOBALS['reached'][] = array( $url, array_values( array_intersect( array( 'cookie', 'authorization', 'referer' ), array_map( 'strtolower', array_keys( $request['headers'] ) ) ) ), $request['headers']['X-Forwarded-For'] ?? '' );
    return $is_down ? new WP_Error( 'http_request_failed', 'timed out' ) : array( 'response' => array( 'code' => 200 ), 'body' => '{"numbers":[],"facts":{}}', 'headers' => array() );
  }, 20, 3 );
  $GLOBALS['reached'] = array();
  $ask = static function ( $path, $origin, $body = '{"site":"demo"}', $method = 'POST' ) use ( $own ) {
    $request = new WP_REST_Request( $method, '/ringtrail/v1/collect/v1' . $path );
    $request->set_header( 'cookie', 'wordpress_logged_in=1' );
    $request->set_header( 'authorization', 'Basic x' );
    $request->set_header( 'referer', $own . '/implants/ann' );
    if ( '' !== $origin ) { $request->set_header( 'origin', $origin ); }
    if ( 'POST' === $method ) { $request->set_header( 'content-type', 'text/plain' ); $request->set_body( $body ); }
    return rest_do_request( $request );
  };
  $status = static function ( ...$asked ) use ( $ask ) { return $ask( ...$asked )->get_status(); };
`;

/** The way of visitors' browsers through the site: one server, five doors, and no more than a page needs. */
export function collectPromises(): void {
  test("the first-party path passes on what our own pages ask, and is no open proxy", async () => {
    const told = JSON.parse(
      await site.wordpress.runPhp(`${ground}
        $told['off'] = $status( '/swap', $own );
        $settings->save( array( 'first_party' => true ) );
        $good = $ask( '/swap', $own );
        $told['own'] = array( $good->get_status(), wp_json_encode( $good->get_data() ) );
        $told['config'] = $status( '/sites/demo/config', '', '', 'GET' );
        $told['count'] = $status( '/sites/demo/page-counts', $own, '{"kind":"page","group":""}' );
        $told['reached'] = $GLOBALS['reached'];
        $GLOBALS['reached'] = array();
        $told['refused'] = array(
          'another page'      => $status( '/swap', 'https://evil.example' ),
          'no page'           => $status( '/swap', '' ),
          'another site'      => $status( '/swap', $own, '{"site":"other"}' ),
          'another count'     => $status( '/sites/other/page-counts', $own, '{"kind":"page","group":""}' ),
          'another config'    => $status( '/sites/other/config', '', '', 'GET' ),
          'a body too large'  => $status( '/beacon', $own, '{"site":"demo","x":"' . str_repeat( 'x', 16384 ) . '"}' ),
          'no JSON'           => $status( '/beacon', $own, 'site=demo' ),
          'another door'      => $status( '/calls', $own ),
          'a way out'         => $status( '/swap/..%2Fcalls', $own ),
        );
        $told['reached by these'] = $GLOBALS['reached'];
        // A minute may begin anew on the way.
        for ( $let = 3; $let < 400 && 200 === $answered = $status( '/beacon', $own ); $let++ ) { continue; }
        $told['flood'] = array( $let >= 120, $answered );
        $_SERVER['REMOTE_ADDR'] = '203.0.113.8';
        $told['somebody else'] = $status( '/beacon', $own );
        $settings->save( array( 'first_party' => false ) );
        echo wp_json_encode( $told, JSON_UNESCAPED_SLASHES );
      `),
    );
    expect(told.off).toBe(401);
    // An empty object stays one.
    expect(told.own).toEqual([200, '{"numbers":[],"facts":{}}']);
    expect([told.config, told.count]).toEqual([200, 200]);
    // No cookie, no key, and no referrer: that would be the page's whole address.
    expect(told.reached).toEqual(
      ["/v1/swap", "/v1/sites/demo/config", "/v1/sites/demo/page-counts"].map((path) => [
        `${site.server.url}${path}`,
        [],
        "203.0.113.7",
      ]),
    );
    expect(told.refused).toEqual({
      "another page": 401,
      "no page": 401,
      "another site": 401,
      "another count": 401,
      "another config": 401,
      "a body too large": 401,
      "no JSON": 401,
      "another door": 404,
      "a way out": 404,
    });
    expect(told["reached by these"]).toEqual([]);
    expect(told.flood).toEqual([true, 429]);
    expect(told["somebody else"]).toBe(200);
  });

  test("a server that does not answer costs one visitor the wait, and the next ones nothing", async () => {
    const told = JSON.parse(
      await site.wordpress.runPhp(`${ground}
        $_SERVER['REMOTE_ADDR'] = '203.0.113.9';
        $before = $settings->server();
        $settings->save( array( 'first_party' => true, 'server' => 'https://down.example' ) );
        $is_down = true;
        $first = $ask( '/swap', $own )->get_data()['code'];
        $next  = $ask( '/swap', $own )->get_data()['code'];
        $settings->save( array( 'first_party' => false, 'server' => $before ) );
        echo wp_json_encode( array( $first, $next, count( $GLOBALS['reached'] ) ) );
      `),
    );
    expect(told).toEqual(["server_unreachable", "server_resting", 1]);
  });
}
