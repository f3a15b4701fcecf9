import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openSender, type Sender } from "./open-sender.ts";
import type { SendRequest } from "./send.ts";

const open: { servers: Server[]; senders: Sender[] } = { servers: [], senders: [] };

afterEach(async () => {
  await Promise.all(open.senders.splice(0).map((sender) => sender.close()));
  for (const server of open.servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A receiver on this machine. */
async function receiver(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  open.servers.push(server);
  await new Promise((ready) => server.once("listening", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function post(url: string, more: Partial<SendRequest> = {}, mayReachPrivate = true) {
  const sender = openSender({ mayReachPrivate });
  open.senders.push(sender);
  return sender.send({ url, method: "POST", headers: { "x-one": "1" }, body: "hello", ...more });
}

test("a request arrives as it was written, and its answer comes back", async () => {
  const url = await receiver((request, response) => {
    request
      .setEncoding("utf8")
      .on("data", (text) => response.end(`${request.method} ${request.headers["x-one"]} ${text}`));
  });

  expect(await post(url)).toMatchObject({ ok: true, value: { status: 200, body: "POST 1 hello", isCut: false } });
});

test("a redirect is an answer like any other: nobody is led anywhere", async () => {
  let asked = 0;
  const url = await receiver((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: "/elsewhere" }).end();
  });

  expect(await post(url)).toMatchObject({ ok: true, value: { status: 307 } });
  expect(asked).toBe(1);
});

test("an answer without end is cut: we keep its start and hang up", async () => {
  let hungUp = (_value: unknown): void => undefined;
  const closed = new Promise((done) => (hungUp = done));
  const url = await receiver((_request, response) => {
    response.on("close", hungUp);
    const more = (): void => {
      if (!response.destroyed && response.write("x".repeat(65_536))) setImmediate(more);
    };
    response.on("drain", more);
    more();
  });

  const answer = await post(url, { keepBytes: 1_000 });

  expect(answer).toMatchObject({ ok: true, value: { status: 200, isCut: true, body: "x".repeat(1_000) } });
  await closed;
});

test("a receiver that drips is given the time agreed for the whole, not for each drop", async () => {
  const url = await receiver((_request, response) => {
    const drop = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(drop));
  });

  expect(await post(url, { timeoutMs: 300 })).toEqual({ ok: false, reason: { code: "timed_out" } });
});

test("a receiver that is down or hangs up says which", async () => {
  const gone = await receiver(() => undefined);
  open.servers.pop()?.close();
  const rude = await receiver((request) => request.socket.destroy());

  expect(await post(gone)).toEqual({ ok: false, reason: { code: "connection_refused" } });
  expect(await post(rude)).toEqual({ ok: false, reason: { code: "connection_lost" } });
});

test("plain HTTP answered to a request for HTTPS is a certificate that is not there", async () => {
  const url = await receiver((_request, response) => void response.end());

  expect(await post(url.replace("http:", "https:"))).toEqual({ ok: false, reason: { code: "certificate_invalid" } });
});

test("this machine is not reached, by address or by name, unless the owner of the server says so", async () => {
  let asked = 0;
  const url = await receiver((_request, response) => {
    asked += 1;
    response.end();
  });
  const refused = { ok: false, reason: { code: "address_private" } };

  expect(await post(url, {}, false)).toEqual(refused);
  expect(await post(url.replace("127.0.0.1", "localhost"), {}, false)).toEqual(refused);
  expect(asked).toBe(0);
});
