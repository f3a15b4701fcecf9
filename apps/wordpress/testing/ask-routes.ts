import { callId } from "@ringtrail/admin-screens/testing";
import { site } from "./the-site.ts";

/** Every route the plugin has registered, as WordPress lists them, with an id where one is wanted. */
export async function registeredRoutes(): Promise<readonly { readonly path: string; readonly method: string }[]> {
  const listed: Readonly<Record<string, readonly string[]>> = JSON.parse(
    await site.wordpress.runPhp(`
      foreach ( rest_get_server()->get_routes( 'ringtrail/v1' ) as $path => $handlers ) {
        if ( '/ringtrail/v1' === $path ) { continue; }
        foreach ( $handlers as $handler ) {
          $routes[ $path ] = array_merge( $routes[ $path ] ?? array(), array_keys( $handler['methods'] ) );
        }
      }
      echo json_encode( $routes );
    `),
  );
  return Object.entries(listed).flatMap(([path, methods]) =>
    methods.map((method) => ({ path: withExamples(path), method })),
  );
}

/** A pattern of a route with something in it that fits. */
function withExamples(path: string): string {
  return path
    .replace(/\(\?P<id>.*?\{12\}\)/, callId(1))
    .replace(/\(\?P<declared>.*?\}\)/, "place-1")
    .replace(/\(\?P<place>.*?\)\?\)/, "US-CA")
    .replace(/\(\?P<key>.*?\}\)/, "demo")
    .replace(/\(\?P<file>.*?\}\)/, "14155550123.twilio")
    .replace(/\(\?P<test>.*?\)/, "connected");
}

interface Asked {
  readonly route: string;
  readonly stranger: number;
  readonly subscriber: number;
  readonly withoutNonce: number;
  readonly administrator?: number;
}

/** Asks every route as everybody, inside one request: seventy over HTTP would take a minute. */
export async function askEach(
  routes: readonly { readonly path: string; readonly method: string }[],
  asAdministrator = false,
): Promise<readonly Asked[]> {
  return JSON.parse(
    await site.wordpress.runPhp(`
      $reader = get_user_by( 'login', 'reader' )->ID;
      $ask = static function ( $route, $user ) {
        wp_set_current_user( $user );
        $request = new WP_REST_Request( $route->method, $route->path );
        $request->set_query_params( array( 'server' => 'https://calls.example', 'number' => '+14155550142' ) );
        return rest_do_request( $request )->get_status();
      };
      foreach ( json_decode( '${JSON.stringify(routes)}' ) as $route ) {
        $row = array( 'route' => $route->method . ' ' . $route->path, 'stranger' => $ask( $route, 0 ), 'subscriber' => $ask( $route, $reader ) );
        // What WordPress does to a request that has an administrator's cookie and no nonce.
        wp_set_current_user( 1 );
        $GLOBALS['wp_rest_auth_cookie'] = true;
        rest_cookie_check_errors( null );
        $row['withoutNonce'] = $ask( $route, get_current_user_id() );
        $GLOBALS['wp_rest_auth_cookie'] = null;
        if ( ${asAdministrator} ) { $row['administrator'] = $ask( $route, 1 ); }
        $rows[] = $row;
      }
      echo json_encode( $rows );
    `),
  );
}

/** One route over HTTP. */
export const ask = (path: string, method: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.wordpress.url}/wp-json${path}`, { method, headers });
