import { CallerErased, LegalHoldShown, RetentionShown, VisitorErased, VisitorExport } from "@ringtrail/api-contract";
import { after, day, Phi, type CallId, type RecordingId } from "@ringtrail/core";
import { aCall, anId, aNumber, at, lendTo } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { obeyRetention } from "../../retention/obey-retention.ts";

const caller = aNumber("+12025550191");

/** A call of that day, with a caller and a recording. */
async function aKeptCall({ deps, shop }: TestApp, name: string, ageDays: number): Promise<CallId> {
  const rangAt = after(at("10:00"), -ageDays * day);
  const { account, connection, site, numbers } = shop;
  const number = numbers[0]?.id ?? anId("none");
  const call = aCall({ id: anId(name), connection, site, number, carrierRef: name, rangAt });
  await deps.calls.ring(account, call);
  await deps.care.saveCaller(account, call.id, { number: Phi.seal(caller), name: undefined }, rangAt);
  const recording: RecordingId = anId(`recording of ${name}`);
  const sound = async function* () {
    yield Buffer.from("RIFF");
  };
  const kept = await deps.vault.put(account, recording, sound());
  const facts = { lengthMs: 1, channels: 1 as const, mediaType: "audio/wav", storedAt: rangAt };
  await deps.care.saveRecording(account, { id: recording, call: call.id, ...facts, ...kept });
  return call.id;
}

const hear = async ({ deps, shop }: TestApp, name: string): Promise<string> => {
  try {
    for await (const _part of deps.vault.read(shop.account, anId(`recording of ${name}`), 0, 3)) return "sound";
  } catch {
    return "gone";
  }
  return "gone";
};

test("what is older than an owner wants is forgotten, what is held stays, and the report and the log prove it", async () => {
  const app = await aTestApp({ slices: ["any", "any"] });
  const { deps, shop } = app;
  const ask = await aKey(app, ["account:read", "account:write"]);
  for (const [name, age] of [
    ["old", 100],
    ["held", 100],
    ["new", 10],
  ] as const)
    await aKeptCall(app, name, age);
  await lendTo(app.world, shop, "ann", { now: after(at("10:00"), -40 * day), visitor: "ann" });
  await lendTo(app.world, shop, "bob", { now: at("09:59"), visitor: "bob" });
  const wanted = { visitDays: 30, callerDays: 60, recordingDays: 90 };

  await ask("/v1/retention", { method: "PUT", body: wanted });
  const hold = LegalHoldShown.parse(
    await (await ask("/v1/legal-holds", { body: { call: anId("held"), reason: "Smith v. Plumber" } })).json(),
  );
  const run = await obeyRetention(deps, shop.account);

  expect(run).toMatchObject({ visitors: 1, callers: 1, recordings: 1, held: 1 });
  expect(await Promise.all(["old", "held", "new"].map((name) => hear(app, name)))).toEqual(["gone", "sound", "sound"]);
  expect(await deps.care.caller(shop.account, anId("old"))).toBeUndefined();
  expect(await deps.care.caller(shop.account, anId("held"))).toBeDefined();
  expect(await deps.visits.story(shop.account, anId("ann"))).toBeUndefined();
  expect(await deps.visits.story(shop.account, anId("bob"))).toBeDefined();
  const shown = RetentionShown.parse(await (await ask("/v1/retention")).json());
  expect(shown).toMatchObject({ counts: wanted, last: { visitors: 1, callers: 1, recordings: 1, held: 1 } });
  expect(shown.holds.map(({ reason }) => reason)).toEqual(["Smith v. Plumber"]);

  expect((await ask(`/v1/legal-holds/${hold.id}`, { method: "DELETE" })).status).toBe(204);
  expect(await obeyRetention(deps, shop.account)).toMatchObject({ callers: 1, recordings: 1, held: 0 });
  expect(await obeyRetention(deps, shop.account)).toMatchObject({ visitors: 0, callers: 0, recordings: 0 });
  const log = (await deps.accounts.auditLog(shop.account, 20)).toReversed().map(({ action }) => action);
  expect(log.filter((action) => /^(retention|hold)/.test(action))).toEqual([
    "retention.changed",
    "hold.placed",
    "retention.obeyed",
    "hold.released",
    "retention.obeyed",
  ]);
});

test("a hold on a call outlives the caller's wish to be forgotten, and one on everything refuses it", async () => {
  const app = await aTestApp();
  const { deps, shop } = app;
  const ask = await aKey(app, ["account:write", "callers:care"]);
  const held = await aKeptCall(app, "held", 2);
  await aKeptCall(app, "free", 1);
  await ask("/v1/legal-holds", { body: { call: held, reason: "A letter" } });

  const erased = await ask("/v1/callers/erasures", { body: { phone: caller } });
  expect(CallerErased.parse(await erased.json())).toEqual({ calls: 1, recordings: 1, held: 1 });
  expect(await deps.care.caller(shop.account, held)).toBeDefined();
  expect((await ask("/v1/legal-holds", { body: { call: anId("nobody's"), reason: "A letter" } })).status).toBe(404);

  await ask("/v1/legal-holds", { body: { reason: "An authority" } });
  for (const [path, body] of [
    ["/v1/callers/erasures", { phone: caller }],
    ["/v1/visitors/erasures", { visitor: anId("ann") }],
  ] as const) {
    expect((await problemIn(await ask(path, { body })))["code"]).toBe("on_hold");
  }
  expect(await obeyRetention(deps, shop.account)).toMatchObject({ visitors: 0, callers: 0, recordings: 0 });
});

test("a visitor sees by their id what is known of them, and is forgotten", async () => {
  const app = await aTestApp({ slices: ["any"] });
  const ask = await aKey(app, ["callers:care"]);
  await lendTo(app.world, app.shop, "ann", { now: at("09:59"), visitor: "ann" });
  const body = { visitor: anId("ann") };

  const known = VisitorExport.parse(await (await ask("/v1/visitors/exports", { body })).json());
  const erased = VisitorErased.parse(await (await ask("/v1/visitors/erasures", { body })).json());
  const after = VisitorExport.parse(await (await ask("/v1/visitors/exports", { body })).json());

  expect(known.visits).toHaveLength(1);
  expect(erased).toEqual({ visits: 1 });
  expect(after.visits).toEqual([]);
});
