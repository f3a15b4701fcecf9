import type { Deps } from "../deps.ts";
import { aCallFlow, aHolding, anId, aNumber, aRuleSet } from "@ringtrail/core/testing";
import type { CallFlow } from "@ringtrail/core/call-flow";
import type { Holding } from "@ringtrail/core/attribution";
import type { Proof } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const texan = { From: "+15125550142" };

async function anApp(flow: Partial<CallFlow>, holdings: readonly Holding[] = []): Promise<TestApp> {
  const visits = (deps: Deps): Deps["visits"] => ({ ...deps.visits, holdings: async () => holdings });
  const app = await aTestApp({ slices: ["any"] }, (deps) => ({ law: aRuleSet(), visits: visits(deps) }));
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, aCallFlow(flow));
  return app;
}

async function proofsOf({ world, shop }: TestApp): Promise<readonly Proof[]> {
  const [call] = await storedCalls({ world, shop });
  return call === undefined ? [] : await world.proofs.ofCall(shop.account, call.id);
}

const destination = aNumber("+14155550199");
const inBerlin: Partial<CallFlow> = { destination, seats: [{ phone: destination, place: "DE" }] };

test("a call answered from a place that wants a yes is asked for one, and the proof names the seat", async () => {
  const app = await anApp(inBerlin);

  const twiml = await (await ring(app, "voice", texan)).text();

  expect(twiml).toContain("/consent?number=");
  const [decided] = await proofsOf(app);
  expect(decided?.facts?.inputs).toMatchObject({ agentLocations: ["DE"], callerEvidence: { lineType: "unknown" } });
  expect(decided?.decision.governing).toMatchObject({ place: "DE", party: "agent" });
});

test("the recorder's place counts", async () => {
  const app = await anApp({ recorderPlace: "DE" });

  expect(await (await ring(app, "voice", texan)).text()).toContain("/consent?number=");
  expect((await proofsOf(app))[0]?.facts?.inputs).toMatchObject({ recordingLocation: "DE" });
});

test("a call that a visit from elsewhere may have made is judged by that place too, to its end", async () => {
  const app = await anApp({}, [aHolding({ region: { code: "DE-BE", certainty: 0.9 }, shownAgoMs: 60_000 })]);

  const twiml = await (await ring(app, "voice", texan)).text();
  await ring(app, "consent", { ...texan, CallStatus: "in-progress", Digits: "1" });

  expect(twiml).toContain("/consent?number=");
  const proofs = await proofsOf(app);
  const visit = { evidence: "visit", place: "DE-BE", probability: expect.any(Number) };
  for (const proof of proofs) expect(proof.decision.considered).toContainEqual(expect.objectContaining(visit));
  expect(proofs.map(({ kind }) => kind)).toEqual(["decided", "agreed", "recording_allowed"]);
});

test("a visit from a region no law has counts as its country, and one from nowhere undoes no decision", async () => {
  const app = await anApp(inBerlin, [
    aHolding({ visit: anId("ann"), region: { code: "US-XYZ", certainty: 1 }, shownAgoMs: 60_000 }),
    aHolding({ visit: anId("bob"), region: { code: "??", certainty: 1 }, shownAgoMs: 60_000 }),
  ]);

  await ring(app, "voice", texan);

  const [decided] = await proofsOf(app);
  expect(decided?.decision.considered.map(({ place }) => place)).toEqual(expect.arrayContaining(["DE", "US"]));
  expect(decided?.decision.governing).toMatchObject({ place: "DE", rule: "law" });
});

test("the kind of line is told where the numbering plan tells it", async () => {
  const app = await anApp({});

  await ring(app, "voice", { From: "+493023125001" });

  expect((await proofsOf(app))[0]?.facts?.inputs?.callerEvidence).toEqual({ lineType: "landline" });
});
