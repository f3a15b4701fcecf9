import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy on a port of its own that passes everything on, as nginx does. */
export interface TestProxy {
  readonly url: string;
  /** Whom it passes requests on to. */
  leadTo(url: string): void;
}

/** Starts a proxy that adds its client to `X-Forwarded-For`, or hides it. */
export async function aProxy(forwarded: "adds" | "hides" = "adds"): Promise<TestProxy> {
  let target = "";
  const server = createServer((incoming, outgoing) => {
    const client = "198.51.100.9";
    const claimed = incoming.headers["x-forwarded-for"];
    const { "x-forwarded-for": _dropped, ...rest } = incoming.headers;
    const headers =
      forwarded === "hides" ? rest : { ...rest, "x-forwarded-for": [claimed ?? [], client].flat().join(", ") };
    const passed = request(`${target}${incoming.url}`, { method: incoming.method ?? "GET", headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, leadTo: (url) => (target = url) };
}
