import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

/** The app with a law in which California wants an announcement. */
const anApp = () => aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));

const caller = "+14155550142";

/** The call of the first test webhook with everything that is kept of it. */
async function theCall({ world, shop }: TestApp) {
  const [call] = await storedCalls({ world, shop });
  const facts = call && (await world.calls.facts(shop.account, call.id));
  if (facts === undefined) throw new Error("No call was stored.");
  const proofs = await world.proofs.ofCall(shop.account, facts.id);
  return { facts, kinds: facts.events.map(({ kind }) => kind), proofs: proofs.map(({ kind }) => kind) };
}

test("200: a ringing call hears the notice, and behind it stands a dial that needs nothing of us", async () => {
  const app = await anApp();

  const response = await ring(app, "voice", { From: caller });

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/xml");
  const twiml = await response.text();
  expect(twiml).toMatch(/<Gather [^>]*action="[^"]*\/notice\?number=\d+#?[^"]*"/);
  expect(twiml).toMatch(/<\/Gather><Dial [^>]*><Number>\+14155550199<\/Number><\/Dial>/);
  expect(twiml).not.toContain("record=");
  expect(await theCall(app)).toMatchObject({ kinds: ["rang"], proofs: ["decided"], facts: { healed: false } });
});

test("200: the caller is kept on the care side and the call is matched right after the answer", async () => {
  const app = await anApp();
  const heard: string[] = [];
  app.deps.live.subscribe(app.shop.account, undefined, (word) => word.missed || heard.push(word.event.kind));

  await ring(app, "voice", { From: caller });
  await app.deps.background.settled();

  const { facts } = await theCall(app);
  expect(facts.match?.kind).toBeDefined();
  expect(facts.sourceTouch).toMatchObject({ source: "google" });
  expect(await app.world.care.caller(app.shop.account, facts.id)).toBeDefined();
  expect(heard).toEqual(["call_rang", "call_matched"]);
});

test("200: the notice was heard: every proof is written, then the dial records both sides", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });

  const response = await ring(app, "notice", { From: caller, CallStatus: "in-progress" });

  expect(await response.text()).toContain('record="record-from-answer-dual"');
  expect(await theCall(app)).toMatchObject({
    kinds: ["rang", "notice_ended"],
    proofs: ["decided", "heard", "recording_allowed"],
  });
});

test("200: a refusal is written down, and the call goes on unrecorded", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });

  const response = await ring(app, "notice", { From: caller, CallStatus: "in-progress", Digits: "9" });

  const twiml = await response.text();
  expect(twiml).toContain("+14155550199");
  expect(twiml).not.toContain("record=");
  expect(await theCall(app)).toMatchObject({ kinds: ["rang", "refused"], proofs: ["decided", "refused"] });
});

test("200: a refusal stays one, also when the carrier repeats the notice's end without the key", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });
  await ring(app, "notice", { From: caller, CallStatus: "in-progress", Digits: "9" });

  const response = await ring(app, "notice", { From: caller, CallStatus: "in-progress" });

  expect(await response.text()).not.toContain("record=");
  expect((await theCall(app)).proofs).not.toContain("recording_allowed");
});

test("200: a caller who hung up during the notice has neither heard nor refused it", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });

  const response = await ring(app, "notice", { From: caller, CallStatus: "completed" });

  expect(await response.text()).not.toContain("record=");
  expect((await theCall(app)).proofs).toEqual(["decided"]);
});

test("204: a call whose notice's callback was lost is not recorded, and its last proof says why", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });

  await ring(app, "status", { From: caller, CallStatus: "completed", CallDuration: "40" });

  const { facts, proofs } = await theCall(app);
  expect(proofs).toEqual(["decided", "unrecorded"]);
  const last = (await app.world.proofs.ofCall(app.shop.account, facts.id)).at(-1);
  expect(last?.decision).toMatchObject({ applied: "do_not_record", sides: "none" });
  expect(last?.decision.reasons[0]).toEqual({ code: "stopped", stop: "announcement_failed" });
});

test("200: whoever answers is told, also when that cannot be written down", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });
  await ring(app, "notice", { From: caller, CallStatus: "in-progress" });

  const leg = { CallSid: "CA2", ParentCallSid: "CA1", CallStatus: "in-progress" };
  const response = await ring(app, `whisper?number=${app.shop.source.e164.slice(1)}`, leg);

  expect(await response.text()).toContain("This call is being recorded.");
  const { facts, proofs } = await theCall(app);
  expect(proofs).toEqual(["decided", "heard", "recording_allowed", "told"]);
  expect(facts.state.businessToldAt).toBeDefined();
});

test("200: without a rule set every call is put through unrecorded, and the proof says why", async () => {
  const app = await aTestApp({ slices: ["any"] });

  await ring(app, "voice", { From: caller });
  const response = await ring(app, "notice", { From: caller, CallStatus: "in-progress" });

  const { facts } = await theCall(app);
  const [decided] = await app.world.proofs.ofCall(app.shop.account, facts.id);
  expect(decided?.decision.reasons).toContainEqual({ code: "no_rule_set" });
  expect(await response.text()).toContain("+14155550199");
});

test("200: events in any order and number make the same call, and one fetch of the recording", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });
  await ring(app, "notice", { From: caller, CallStatus: "in-progress" });
  const recording = {
    RecordingSid: "RE1",
    RecordingStatus: "completed",
    RecordingUrl: "http://c/RE1",
    RecordingDuration: "12",
    RecordingChannels: "2",
  };
  const dial = { From: caller, DialCallStatus: "completed", DialCallDuration: "12", DialCallSid: "CA2" };
  const ended = { From: caller, CallStatus: "completed", CallDuration: "20" };

  const statuses: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    statuses.push((await ring(app, "recording", recording)).status);
    statuses.push((await ring(app, "status", ended)).status);
    statuses.push((await ring(app, "dial", dial)).status);
  }

  expect(statuses).toEqual([204, 204, 200, 204, 204, 200]);
  const { facts, kinds } = await theCall(app);
  expect(kinds.toSorted()).toEqual(["dial_ended", "ended", "notice_ended", "rang", "recording_ready"]);
  expect(facts.state).toMatchObject({ phase: "ended", talkMs: 12_000, lengthMs: 20_000 });
  expect(app.jobs.asked).toMatchObject([{ call: facts.id, at: { ref: "RE1", channels: 2 } }]);
});

test("204: a recording without a written permission is not fetched", async () => {
  const app = await anApp();
  await ring(app, "voice", { From: caller });

  const recording = {
    RecordingSid: "RE1",
    RecordingStatus: "completed",
    RecordingUrl: "http://c/RE1",
    RecordingDuration: "12",
  };
  expect((await ring(app, "recording", recording)).status).toBe(204);

  expect(app.jobs.asked).toEqual([]);
});

test("200: a number that is not ours is spoken of as not in service, and its caller is not logged", async () => {
  const app = await anApp();

  const response = await ring(app, "voice", { From: caller, To: "+14155559999" });

  expect(await response.text()).toMatch(/<Say [^>]*>[^<]*not in service[^<]*<\/Say><Hangup/);
  expect(await storedCalls(app)).toEqual([]);
  const logged = app.logged.join("");
  expect(logged).toContain("not in service");
  expect(logged).not.toContain(caller.slice(1));
  expect(logged).not.toContain("4155559999");
});

test("204: a call we never heard ringing is stored by its later reports, as healed", async () => {
  const app = await anApp();

  const ended = { From: caller, CallStatus: "completed", CallDuration: "20" };
  expect((await ring(app, "status", ended)).status).toBe(204);

  const { facts } = await theCall(app);
  expect(facts).toMatchObject({ healed: true, state: { phase: "ended" } });
  expect(facts.match).toBeDefined();
});

test("204: a call that lost its match to a crash gets it when it ends", async () => {
  const app = await anApp();
  const { shop, world, deps } = app;
  const { id } = await world.calls.ring(shop.account, {
    id: deps.newId(),
    connection: shop.connection,
    carrierRef: "CA1",
    number: shop.source.id,
    site: shop.site,
    rangAt: deps.now(),
    healed: false,
  });

  await ring(app, "status", { From: caller, CallStatus: "completed", CallDuration: "20" });

  expect((await world.calls.facts(shop.account, id))?.match).toBeDefined();
});
