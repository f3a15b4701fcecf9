import { createServer, type Server } from "node:http";
import { createServer as createLine, type AddressInfo, type Socket } from "node:net";
import { instant } from "@ringtrail/core";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import { deriveKeys } from "./derive-keys.ts";
import { lookAtAri, usualPace, waitBefore, watchAri, type AriHealth, type AriSight } from "./watch-ari.ts";

const secret = "a secret of the PBX";
/** A busy machine answers late: only where silence is awaited is a watch impatient. */
const patient = { pingMs: 20, limitMs: 60_000, firstWaitMs: 5, mostWaitMs: 20 };
const impatient = { ...patient, limitMs: 500 };

async function listening(server: Pick<Server, "listen" | "address">): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What Asterisk's door for events does: asks for the user, takes the connection, and answers pings unless it is frozen. */
async function aPbx() {
  const pbx = { isFrozen: false, refuses: false, asked: [] as string[], open: () => events.clients.size };
  const events = new WebSocketServer({ noServer: true, autoPong: false });
  const server = createServer((_, response) => void response.writeHead(404).end());
  server.on("upgrade", (request, socket, head) => {
    pbx.asked.push(`${request.url?.replace(/app=.*/, "app=")} ${request.headers.authorization}`);
    if (pbx.refuses) return void socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    events.handleUpgrade(request, socket, head, (line) => {
      line.on("ping", (data) => (pbx.isFrozen ? undefined : line.pong(data)));
      line.send('{"type":"ApplicationRegistered"}');
    });
  });
  const apiBase = await listening(server);
  onTestFinished(() => {
    for (const line of events.clients) line.terminate();
    server.closeAllConnections();
    server.close();
  });
  return { pbx, hangUp: () => events.clients.forEach((line) => line.terminate()), apiBase };
}

/** Watches, and answers every change so far. */
function watching(apiBase: string, pace = patient) {
  const seen: AriHealth[] = [];
  const changed = ({ health }: AriSight) => void seen.push(health);
  const connection = { apiBase, carrierAccount: "ringtrail", secret };
  const watch = watchAri(connection, { now: () => instant(Date.now()), changed, pace });
  onTestFinished(watch.stop);
  const until = async (health: AriHealth): Promise<void> => {
    await expect.poll(() => watch.sight().health, { timeout: 30_000 }).toBe(health);
  };
  return { seen, watch, until, connection };
}

test("a PBX that answers is up, asked as its own user", async () => {
  const { apiBase, pbx } = await aPbx();
  const { until, watch } = watching(apiBase);
  expect(watch.sight().health).toBe("connecting");

  await until("up");

  const pass = Buffer.from(`ringtrail:${deriveKeys(secret).ari}`).toString("base64");
  expect(pbx.asked).toEqual([`/ari/events?app= Basic ${pass}`]);
});

test("a frozen PBX keeps the connection open and is found out all the same; when it thaws, it is up again", async () => {
  const { apiBase, pbx } = await aPbx();
  const { until } = watching(apiBase, impatient);
  await until("up");

  pbx.isFrozen = true;
  await until("silent");
  pbx.isFrozen = false;
  await until("up");
});

test("a connection that is cut is made again, and each change is told once", async () => {
  const { apiBase, hangUp, pbx } = await aPbx();
  const { seen, until } = watching(apiBase);
  await until("up");

  hangUp();
  await expect.poll(() => pbx.asked.length, { timeout: 30_000 }).toBeGreaterThan(1);
  await until("up");

  expect(seen).toEqual(["up", "gone", "up"]);
});

test("wrong keys are told as such, and new ones are taken without a restart of ours", async () => {
  const { apiBase, pbx } = await aPbx();
  pbx.refuses = true;
  const { until } = watching(apiBase);
  await until("refused");

  pbx.refuses = false;

  await until("up");
});

test("one that takes connections and never answers one is silent; an address nobody is at is gone", async () => {
  const lines = new Set<Socket>();
  const mute = createLine((line) => void lines.add(line.on("error", () => undefined)));
  const apiBase = await listening(mute as unknown as Server);
  onTestFinished(() => {
    for (const line of lines) line.destroy();
    mute.close();
  });
  const { until } = watching(apiBase, impatient);
  await until("silent");

  const { until: untilElsewhere } = watching("http://127.0.0.1:1");
  await untilElsewhere("gone");
});

test("a stopped watch lets go and asks no more", async () => {
  const { apiBase, pbx, hangUp } = await aPbx();
  const { until, watch, seen } = watching(apiBase);
  await until("up");

  watch.stop();

  await expect.poll(pbx.open, { timeout: 30_000 }).toBe(0);
  hangUp();
  expect(seen).toEqual(["up"]);
  expect(pbx.asked).toHaveLength(1);
});

test("one look tells the same", async () => {
  const { apiBase, pbx } = await aPbx();
  const connection = { apiBase, carrierAccount: "ringtrail", secret };

  expect(await lookAtAri(connection, patient)).toBe("up");
  pbx.isFrozen = true;
  expect(await lookAtAri(connection, impatient)).toBe("silent");
  pbx.refuses = true;
  expect(await lookAtAri(connection, patient)).toBe("refused");
  expect(await lookAtAri({ ...connection, apiBase: "http://127.0.0.1:1" }, patient)).toBe("gone");
  await expect.poll(pbx.open, { timeout: 30_000 }).toBe(0);
});

test("waits grow with every failure up to the most, and never fall below half of it", () => {
  const draw = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(2_000), draw, (failures, drawn) => {
      const wait = waitBefore(failures, usualPace, drawn);
      expect(wait).toBeLessThanOrEqual(usualPace.mostWaitMs);
      expect(wait).toBeGreaterThanOrEqual(usualPace.firstWaitMs / 2);
      expect(waitBefore(failures + 1, usualPace, drawn)).toBeGreaterThanOrEqual(wait);
    }),
  );
  expect(waitBefore(20, usualPace, 0)).toBe(usualPace.mostWaitMs / 2);
});
