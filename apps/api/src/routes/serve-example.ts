import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { publicProblem } from "../http/public-problem.ts";
import { sendProblem } from "../http/problem.ts";
import { securePages } from "../http/secure-pages.ts";
import { serveFolder } from "../http/serve-folder.ts";

/** The demo shop's own number as its pages write it, in every way they do. */
const written = ["(415) 555-0100", "415.555.0100", "+14155550100"] as const;

/**
 * `/example/<site key>`: the demo shop's page with a site's own script and number, so that an owner sees the number
 * change before anything of theirs is touched. Whoever knows the public key may look: there is nothing of theirs in it.
 */
export function serveExample({ directory, server }: Deps): Hono<AppEnv> {
  const read = server.served.demo === undefined ? undefined : serveFolder(server.served.demo);
  return new Hono<AppEnv>().get("/example/:key", securePages(), async (c) => {
    const key = c.req.param("key");
    const site = /^\w{1,64}$/.test(key) ? await directory.siteByKey(key) : undefined;
    const page = await read?.("index.html");
    const target = site?.targets[0]?.e164;
    if (page === undefined || target === undefined) return sendProblem(c, publicProblem({ code: "not_found" }));
    const own = new TextDecoder()
      .decode(page.bytes)
      .replaceAll('data-site="demo"', `data-site="${key}"`)
      .replaceAll(written[2], target)
      .replaceAll(written[0], writtenAs(target))
      .replaceAll(written[1], target);
    return c.html(own, 200, { "Cache-Control": "no-store" });
  });
}

/** As people of the country write it. */
function writtenAs(e164: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts === null ? e164 : `(${parts[1]}) ${parts[2]}-${parts[3]}`;
}
