import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, hour } from "@ringtrail/core";
import { expect, onTestFinished, test } from "vitest";
import type { RunningServer } from "../src/main.ts";
import { alignNumbers } from "../src/survival/align-numbers.ts";
import { fallbackFiles, writeFallbackFiles } from "../src/survival/fallback-files.ts";
import { reconcileCalls } from "../src/survival/reconcile-calls.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer, type TestCarrier } from "./a-running-server.ts";
import { aStaticHost } from "./a-static-host.ts";

async function theConnection({ deps }: Pick<RunningServer, "deps">, { seeded }: TestCarrier) {
  const connection = await deps.directory.connectionById(seeded.connection);
  if (connection === undefined) throw new Error("The connection is not there.");
  return connection;
}

function must<Value>(result: { readonly ok: boolean; readonly value?: Value; readonly reason?: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value as Value;
}

test("the server is dead: a web host that knows only GET and files brings the caller to the business", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-static-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const host = await aStaticHost(folder);
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl, fallbackUrl: host.url });
  const carrier = await aCarrierFor(server);
  await writeFallbackFiles(folder, fallbackFiles(server.deps.snapshot));

  await server.stop();
  const told = await carrier.call({ to: "+14155550121", talkSeconds: 5 });

  expect(told.documents.map(({ why, status, method }) => [why, status, method])).toEqual([
    ["voice", undefined, "POST"],
    ["fallback", 200, "GET"],
  ]);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed" }]);
  expect(told.recordings).toEqual([]);
  expect(host.asked).toEqual(["GET /fallback/14155550121.twilio"]);
});

test("an address somebody changed at the carrier is set right, and a second look finds nothing to do", async () => {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server);
  const connection = await theConnection(server, carrier);
  const provider = server.deps.carrierFor(connection).provider(connection);
  const [number] = must(await provider.listNumbers(undefined)).items;
  if (number === undefined) throw new Error("The carrier has no numbers.");
  await provider.routeNumber(number.ref, {
    voiceUrl: "https://x.example/",
    fallbackUrl: undefined,
    statusUrl: "https://x.example/",
  });

  expect(must(await alignNumbers(server.deps, connection))).toEqual({
    rerouted: [number.e164],
    absent: [],
    strange: [],
  });

  expect(must(await alignNumbers(server.deps, connection)).rerouted).toEqual([]);
});

test("callbacks that never came are healed from the carrier's books, and only once", async () => {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const { deps } = server;
  const carrier = await aCarrierFor(server);
  const connection = await theConnection(server, carrier);
  await carrier.call({ to: "+14155550121", talkSeconds: 5, faults: { dropCallbacks: ["status", "recording"] } });
  const theCall = async () => {
    const page = must(await deps.calls.list(carrier.seeded.account, { cursor: undefined, limit: 10 }));
    expect(page.calls).toHaveLength(1);
    return page.calls[0];
  };
  const since = after(deps.now(), -hour);

  // The server's own round may come first.
  expect(must(await reconcileCalls(deps, connection, since))).toMatchObject({ seen: 1, found: 0 });

  expect((await theCall())?.state).toMatchObject({ phase: "ended", businessEnd: "answered", talkMs: 5_000 });
  expect((await theCall())?.state.recording).toMatchObject({ channels: 2, lengthMs: 5_000 });
  expect(must(await reconcileCalls(deps, connection, since))).toEqual({ seen: 1, found: 0, completed: 0 });
});

test("a call that rang while we were away is found in the books, credited, and marked healed", async () => {
  const { url: databaseUrl } = await aDatabase();
  const first = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(first);
  await first.stop();
  await carrier.call({ to: "+14155550121", talkSeconds: 3 });
  const server = await aServer({ databaseUrl, dataFolder: first.deps.server.dataFolder });
  const connection = await theConnection(server, carrier);

  const found = must(await reconcileCalls(server.deps, connection, after(server.deps.now(), -hour)));

  // The server's own round may have found it first.
  expect(found.seen).toBe(1);
  const page = must(await server.deps.calls.list(carrier.seeded.account, { cursor: undefined, limit: 10 }));
  const facts = await server.deps.calls.facts(carrier.seeded.account, page.calls[0]?.id as never);
  expect(facts).toMatchObject({ healed: true, state: { phase: "ended" } });
  expect(facts?.match).toBeDefined();
});
