import { createServer } from "node:http";

/** What a server answers to a path and the JSON that was sent to it. */
type Answer = (path: string, body: unknown) => readonly [status: number, json: unknown];

/** A server of the owner's that answers as the test says, on a free port of this machine. */
export async function serveJson(answer: Answer): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const sent: Uint8Array[] = [];
    request.on("data", (part: Uint8Array) => sent.push(part));
    request.on("end", () => {
      const body = Buffer.concat(sent).toString("utf8");
      const [status, json] = answer(request.url ?? "", body === "" ? undefined : JSON.parse(body));
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
