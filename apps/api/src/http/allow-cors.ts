import type { Context } from "hono";

/** Lets a page of this origin read the answer. Never with credentials: the public doors know no cookies. */
export function allowCors(c: Context, origin: string): void {
  c.header("Access-Control-Allow-Origin", origin);
  c.header("Access-Control-Expose-Headers", "RateLimit, Retry-After, X-Request-Id");
  // Another site's page may use what it is allowed to read, also under cross-origin isolation.
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  c.header("Vary", "Origin", { append: true });
}

/** Answers a preflight. Our own snippet never causes one; a caller who sends `application/json` does. */
export function answerPreflight(c: Context): Response {
  return c.body(null, 204, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "content-type",
    "Access-Control-Max-Age": "86400",
  });
}
