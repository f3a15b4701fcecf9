import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { sendFile } from "../http/send-file.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { serveFolder } from "../http/serve-folder.ts";

/**
 * `GET /snippet/{version}/ringtrail.js` and `/snippet/latest/ringtrail.js`.
 *
 * The version that runs here never changes, so it may be kept for good. Any other version gets the present script and
 * is asked for again soon: a page that names an old one keeps working after an update.
 */
export function getSnippet(folder: string | undefined, version: string): Hono<AppEnv> {
  const read = folder === undefined ? undefined : serveFolder(folder);
  return new Hono<AppEnv>().get("/snippet/:version/ringtrail.js", async (c) => {
    const asked = c.req.param("version");
    const isVersion = asked === "latest" || /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[\w.]{1,40})?$/.test(asked);
    const file = isVersion ? await read?.("ringtrail.js") : undefined;
    if (file === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    // Pages of every origin load it, also with `crossorigin` and `integrity`.
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cross-Origin-Resource-Policy", "cross-origin");
    c.header("Timing-Allow-Origin", "*");
    return sendFile(c, file, asked === version ? "public, max-age=31536000, immutable" : "public, max-age=300");
  });
}
