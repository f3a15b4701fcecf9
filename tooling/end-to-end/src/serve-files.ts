import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site of a few fixed files on a free port. */
export interface FileSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves files by their path. What they hold may still be told after the port is known. */
export async function serveFiles(files: Readonly<Record<string, () => string | Promise<string>>>): Promise<FileSite> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    const file = files[path];
    if (file === undefined) return void response.writeHead(404).end();
    const type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type }).end(await file());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
