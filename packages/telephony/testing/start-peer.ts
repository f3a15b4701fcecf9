import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** One webhook as the peer received it. */
export interface Received {
  readonly method: string;
  /** With the query, as the carrier was told it. */
  readonly url: string;
  readonly path: string;
  readonly body: string;
  readonly form: URLSearchParams;
  readonly signature: string | undefined;
}

/** What the peer answers: a document, a bare status, nothing ever (`hang`), or half an answer (`cut`). */
export type PeerReply = string | number | "hang" | "cut" | { readonly type: string; readonly body: string };

/** A web server that plays our own server's part in a call. */
export interface Peer {
  readonly url: string;
  readonly received: readonly Received[];
  to(path: string): readonly Received[];
}

/** Starts a peer that answers each path as the test says; other paths get 204. It ends with the test. */
export async function startPeer(
  answers: Readonly<Record<string, PeerReply | ((received: Received) => PeerReply)>>,
): Promise<Peer> {
  const received: Received[] = [];
  let url = "";
  const server = createServer(async (request, response) => {
    const one = await read(request, url);
    received.push(one);
    const answer = answers[one.path] ?? 204;
    reply(response, typeof answer === "function" ? answer(one) : answer);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((settle) => server.close(settle));
  });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return { url, received, to: (path) => received.filter((one) => one.path === path) };
}

async function read(request: IncomingMessage, base: string): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const body = Buffer.concat(parts).toString();
  const { pathname, search } = new URL(request.url ?? "/", base);
  return {
    method: request.method ?? "",
    url: base + (request.url ?? ""),
    path: pathname,
    body,
    form: new URLSearchParams(body === "" ? search : body),
    signature: [request.headers["x-twilio-signature"]].flat()[0],
  };
}

function reply(response: ServerResponse, answer: PeerReply): void {
  if (answer === "hang") return;
  if (answer === "cut") {
    response.writeHead(200, { "content-type": "text/xml", "content-length": "100" });
    response.write("<Response>", () => response.destroy());
  } else if (typeof answer === "number") response.writeHead(answer).end();
  else if (typeof answer === "string") response.writeHead(200, { "content-type": "text/xml" }).end(answer);
  else response.writeHead(200, { "content-type": answer.type }).end(answer.body);
}
