import type { Context } from "hono";

/**
 * Lets a page of this origin read the answer, cookies or not: the only one the public doors look at is the visitor's own
 * of the page's own domain. `*` is for refusals, which nobody may read who came with cookies.
 */
export function allowCors(c: Context, origin: string): void {
  c.header("Access-Control-Allow-Origin", origin);
  if (origin !== "*") c.header("Access-Control-Allow-Credentials", "true");
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
