import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AppEnv } from "../../app-env.ts";
import { securePages } from "../../http/secure-pages.ts";
import { describeApi } from "../../openapi/describe-api.ts";
import { referenceStyle } from "../../openapi/reference-style.ts";
import { renderReference } from "../../openapi/render-reference.ts";

/** `/openapi.json` and its readable form at `/docs`. Both are made when they are first asked for. */
export function serveReference(server: { readonly version: string; readonly publicUrl: string }): Hono<AppEnv> {
  let made: ReturnType<typeof describeApi> | undefined;
  const document = () => (made ??= describeApi(server));
  return new Hono<AppEnv>()
    .get("/openapi.json", compress(), (c) => {
      c.header("Access-Control-Allow-Origin", "*");
      c.header("Cache-Control", "public, max-age=300");
      return c.json(document());
    })
    .use("/docs/*", securePages(), compress())
    .get("/docs", securePages(), compress(), (c) => c.html(renderReference(document(), server)))
    .get("/docs/reference.css", (c) => {
      c.header("Cache-Control", "public, max-age=300");
      return c.body(referenceStyle, 200, { "content-type": "text/css; charset=utf-8" });
    });
}
