import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { extname } from "node:path";
import { playApi, type OtherDoors, type PlayedApi } from "@ringtrail/snippet/testing";

/** The demo as the real server serves it: same addresses, same security policy, one origin. */
export interface DemoShop {
  readonly api: PlayedApi;
  /** Bodies that came to `POST /demo/call`. */
  readonly rung: unknown[];
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";

const answers: Readonly<Record<number, object>> = {
  404: { code: "number_not_in_demo", title: "No such number." },
  429: { code: "rate_limited", title: "Too many calls at once." },
};

/** Serves the demo with a played API behind it. `callStatus` is what ringing answers. */
export async function serveDemo(callStatus = 201): Promise<DemoShop> {
  const rung: unknown[] = [];
  const doors: OtherDoors = async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://demo");
    if (!pathname.startsWith("/demo")) return false;
    if (request.method === "POST" && pathname === "/demo/call") {
      rung.push(JSON.parse(await bodyOf(request)));
      response.writeHead(callStatus, { "content-type": "application/json" });
      response.end(JSON.stringify(answers[callStatus] ?? {}));
      return true;
    }
    // An address without a dot is a page: its own file, else the index, which finds the route by itself.
    const asked = pathname.replace(/^\/demo\/?/, "");
    const file = asked.includes(".") ? asked : asked === "services" ? "services.html" : "index.html";
    const bytes = await readFile(new URL(`../demo/${file}`, import.meta.url));
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(bytes);
    return true;
  };
  return { api: await playApi({ regime: "opt-in" }, doors), rung };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
}
