import type { HttpBindings } from "@hono/node-server";

/** What a request carries through the app. */
export interface AppEnv {
  /** Node's own request; absent when a test calls `app.request()`. */
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** Named in the log line and in the answer's `X-Request-Id`. */
    requestId: string;
    /** The client's address as far as the trusted proxies say; `undefined` when there is no connection (tests). */
    clientAddress: string | undefined;
    /** Whether the connection is a trusted proxy's: only then are the headers it adds believed. */
    isProxied: boolean;
    /** The host the client asked for, as far as the trusted proxies say, with its port. */
    host: string;
    /** A page of a site in healthcare mode asks: when it did is written down nowhere. */
    isClinicsPage?: boolean;
  };
}
