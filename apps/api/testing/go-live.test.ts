import type { E164 } from "@ringtrail/core";
import { expect, test } from "vitest";
import type { Desk } from "../src/cli/numbers/number-desk.ts";
import { askServer } from "../src/doctor/ask-server.ts";
import { makeDoctorToken } from "../src/doctor/doctor-token.ts";
import { walkToLive, type Walk } from "../src/go-live/walk-to-live.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer, type TestCarrier } from "./a-running-server.ts";

/** A running server with the demo's carrier, as `ringtrail go-live --carrier fake` finds it. */
async function aWalk(over: Partial<Walk> = {}): Promise<{ readonly walk: Walk; readonly carrier: TestCarrier }> {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server);
  const { deps, publicUrl } = server;
  const desk: Desk = {
    world: deps,
    account: carrier.seeded.account,
    connection: () => Promise.reject(new Error("not asked")),
  };
  const token = makeDoctorToken(deps.secrets.doctor, deps.now());
  const keys = { carrier: "fake", account: undefined, secret: undefined };
  const walk: Walk = {
    desk,
    calls: deps.calls,
    publicUrl,
    ask: (url) => askServer(url, token),
    keys,
    number: "+14155550121" as E164,
    waitMs: 60_000,
    tell: () => undefined,
    ...over,
  };
  return { walk, carrier };
}

test("every step is taken, up to a call that reached the business", async () => {
  const { walk, carrier } = await aWalk();
  const tell = (line: string): void => {
    expect(line).toContain("+14155550121");
    void carrier.call({ to: "+14155550121", talkSeconds: 2 });
  };

  const steps = await walkToLive({ ...walk, tell });

  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    "public_address ok",
    "https ok",
    "carrier_keys ok",
    "number ok",
    "fallback ok",
    "test_call ok",
  ]);
});

test("a number that is not at the carrier stops the walk with the way out, and nothing behind it is tried", async () => {
  const { walk } = await aWalk({ number: "+14155550888" as E164 });

  const steps = await walkToLive(walk);

  expect(steps.at(-1)).toMatchObject({ step: "number", state: "failed", fix: expect.stringContaining("--number") });
  expect(steps.at(-1)?.says).toContain("number_not_at_carrier");
});

test("a carrier without keys stops the walk before any number", async () => {
  const { walk } = await aWalk({ keys: { carrier: "telnyx", account: undefined, secret: undefined } });
  const isFakeNoMore = { ...walk, publicUrl: "https://calls.example", ask: async () => ours("https://calls.example") };

  const steps = await walkToLive(isFakeNoMore);

  expect(steps.at(-1)).toMatchObject({ step: "carrier_keys", state: "failed" });
  expect(steps.at(-1)?.fix).toContain("CARRIER_SECRET");
});

const ours = (publicUrl: string) =>
  ({ kind: "ours", seen: { version: "1", publicUrl, isFromTrustedProxy: true } }) as const;
