import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AppEnv } from "../app-env.ts";
import type { ServedFolders } from "../deps.ts";
import { sendFile } from "../http/send-file.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { securePages } from "../http/secure-pages.ts";
import { serveFolder } from "../http/serve-folder.ts";

/** Our own pages: the demo shop at `/demo`, the console at `/console`. `/` leads to the console. */
export function servePages(served: ServedFolders): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", (c) => c.redirect("/console/", 302))
    .route("/demo", servePage(served.demo))
    .route("/console", servePage(served.console));
}

/**
 * One folder of pages. An address without a dot is a page: its own file if there is one, else the folder's index,
 * which finds the route by itself.
 */
function servePage(folder: string | undefined): Hono<AppEnv> {
  const read = folder === undefined ? undefined : serveFolder(folder);
  const page = new Hono<AppEnv>().use(securePages(), compress());
  page.get("*", async (c) => {
    const asked = c.req.path.replace(/^\/\w+\/?/, "");
    const file = asked.includes(".")
      ? await read?.(asked)
      : ((asked === "" ? undefined : await read?.(`${asked}.html`)) ?? (await read?.("index.html")));
    return file === undefined ? sendProblem(c, publicProblem({ code: "not_found" })) : sendFile(c, file);
  });
  return page;
}
