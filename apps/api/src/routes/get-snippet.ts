import { Hono, type MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { sendFile } from "../http/send-file.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { serveFolder } from "../http/serve-folder.ts";
import { sealFile } from "../http/seal-file.ts";
import { describeSite } from "../workflows/describe-site.ts";

/** Kept this long by browsers and caches where it may change. */
const shortly = "public, max-age=300";

/**
 * The script of the tag, the overlay it loads on `?ringtrail=debug`, and what counts a clinic's pages.
 *
 * `GET /snippet/{version}/ringtrail.js` and `/snippet/latest/ringtrail.js`: the script alone; `…/ringtrail-pages.js` beside
 * it: what counts pages, for a clinic whose pages load the script alone. The version that runs here
 * never changes, so it may be kept for good. Any other version gets the present script and is asked for again soon: a
 * page that names an old one keeps working after an update.
 *
 * `GET /v1/sites/{key}/ringtrail.js`: the script of one site, its configuration in front of it. It needs no attribute, no
 * block and no second request, so the right number can be there before the page is painted. A clinic's with page groups
 * has a small piece more in front of it, which tells how often their pages are opened.
 */
export function getSnippet(folder: string | undefined, version: string, door: SiteDoor): Hono<AppEnv> {
  const read = folder === undefined ? undefined : serveFolder(folder);
  const app = new Hono<AppEnv>();
  app.use("/snippet/*", allowEverybody);
  app.use("/v1/sites/:key/ringtrail.js", allowEverybody);
  app.get("/snippet/:version/:file{ringtrail(-debug|-pages)?\\.js}", async (c) => {
    const asked = c.req.param("version");
    const isVersion = asked === "latest" || /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.]{1,40})?$/.test(asked);
    const file = isVersion ? await read?.(c.req.param("file")) : undefined;
    if (file === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    return sendFile(c, file, asked === version ? "public, max-age=31536000, immutable" : shortly);
  });
  app.get("/v1/sites/:key/ringtrail.js", async (c) => {
    const found = await findSiteFor(c, door, c.req.param("key").slice(0, 64), "allowed");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const file = await read?.("ringtrail.js");
    if (file === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    const config = describeSite(found.value, version);
    const counter = config.pages === undefined ? undefined : await read?.("ringtrail-pages.js");
    const settings = { site: found.value.key, server: door.publicUrl, config };
    const parts = [
      readAtOnce,
      queueFirst(settings),
      ...[counter, file].flatMap((part) => (part ? [text(part.bytes)] : [])),
    ];
    return sendFile(c, sealFile(parts.join("\n"), file.type), shortly);
  });
  return app;
}

/**
 * Has a browser that knows it read the whole script before it runs, beside the page, and not each piece anew when it is first
 * called: a sixth of what the script takes of a page's main thread. Heard only as the first line of a file.
 * https://v8.dev/blog/explicit-compile-hints
 */
const readAtOnce = "//# allFunctionsCalledOnLoad";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** First in the queue, so that what the page says itself counts more; a script that runs already takes none. */
function queueFirst(settings: object): string {
  // Pure ASCII, as the script itself: a server in between that names no character set cannot spoil it.
  const data = JSON.stringify(settings).replaceAll(
    /[<\u007f-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `!function(q){q.unshift&&q.unshift(${data})}(self.ringtrail=self.ringtrail||[]);`;
}

/** Pages of every origin load it, also with `crossorigin` and `integrity`. */
const allowEverybody: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  c.header("Timing-Allow-Origin", "*");
  await next();
};
