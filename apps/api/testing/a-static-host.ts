import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A web host that serves the files of a folder over GET and does nothing else. */
export interface StaticHost {
  readonly url: string;
  /** Method and path of everything that was asked, in order. */
  readonly asked: readonly string[];
}

/** Opens the host. It reads content types from the folder's `_headers`, as Netlify and Cloudflare Pages do. */
export async function aStaticHost(folder: string): Promise<StaticHost> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    asked.push(`${request.method} ${pathname}`);
    if (request.method !== "GET") return void response.writeHead(405, { allow: "GET" }).end();
    try {
      const body = readFileSync(path.join(folder, path.normalize(pathname)));
      response.writeHead(200, { "content-type": typeFor(folder, pathname) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** What a host that runs a program before its files asks of it (Cloudflare Pages, advanced mode). */
interface Worker {
  readonly fetch: (request: Request, env: { readonly ASSETS: { fetch(asset: Request): Promise<Response> } }) => unknown;
}

/** A host that runs the worker at `module` before the files of the static host at `files`. Answers its address. */
export async function aWorkerHost(module: string, files: string): Promise<string> {
  const { default: worker } = (await import(module)) as { default: Worker };
  const assets = { fetch: ({ url, method }: Request) => fetch(files + new URL(url).pathname, { method }) };
  const server = createServer((request, response) => {
    request.resume();
    void (async () => {
      const asked = new Request(`http://${request.headers.host}${request.url}`, { method: request.method ?? "GET" });
      const answer = (await worker.fetch(asked, { ASSETS: assets })) as Response;
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The last rule of `_headers` whose ending fits; else what a host says of a file it does not know. */
function typeFor(folder: string, pathname: string): string {
  const rules = readFileSync(path.join(folder, "_headers"), "utf8").matchAll(
    /^\/fallback\/\*(\.\w+)\n {2}Content-Type: (.+)$/gm,
  );
  return [...rules].findLast(([, ending]) => pathname.endsWith(ending ?? "?"))?.[2] ?? "application/octet-stream";
}
