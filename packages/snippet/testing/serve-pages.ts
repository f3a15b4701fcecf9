import { createServer } from "node:http";
import { listen } from "./listen.ts";

/** A small web site for one test. */
export interface PageServer {
  readonly url: string;
  /** What stands at a path; change it as the test goes. */
  readonly pages: Map<string, string>;
  /** Every path that was asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves pages under a strict Content-Security-Policy: unless said, only scripts and connections of `allowed` and of itself. */
export async function servePages(
  pages: Readonly<Record<string, string>>,
  allowed: string,
  policy = `default-src 'self'; script-src 'self' ${allowed}; connect-src 'self' ${allowed}`,
): Promise<PageServer> {
  const served = new Map(Object.entries(pages));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://page");
    asked.push(pathname);
    const body = served.get(pathname);
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": type,
      "content-security-policy": policy,
    });
    response.end(body ?? "");
  });
  const { url, close } = await listen(server);
  return { url, pages: served, asked, close };
}
