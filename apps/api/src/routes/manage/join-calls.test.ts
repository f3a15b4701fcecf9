import { RecordingRest } from "@ringtrail/api-contract";
import { ok } from "@ringtrail/core";
import { aRuleSet } from "@ringtrail/core/testing";
import { carrierFor } from "@ringtrail/telephony";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { ring, storedCalls } from "../../../testing/ask-app.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const caller = { From: "+14155550142" };
const recordingBegan = { RecordingSid: "RE1", RecordingStatus: "in-progress", CallSid: "CA1" };

/** An app with a call, a carrier that obeys and keeps what it was told, and a key that may steer. */
async function aCall() {
  const orders: string[] = [];
  const app = await aTestApp({ slices: ["any"] }, () => ({
    law: aRuleSet(),
    carrierFor: (connection) => {
      const carrier = carrierFor(connection);
      const steerRecording = async (_ref: string, order: string) => (orders.push(order), ok(undefined));
      return { ...carrier, provider: (keys) => ({ ...carrier.provider(keys), steerRecording }) };
    },
  }));
  await ring(app, "voice", caller);
  await ring(app, "notice", { ...caller, CallStatus: "in-progress" });
  const [call] = await storedCalls(app);
  const ask = await aKey(app, ["calls:write"]);
  const path = `/v1/calls/${call?.id}/newcomers`;
  const post = (at: string, who: string, more: object = {}) => ask(`${path}${at}`, { body: { who, ...more } });
  const rest = async (answer: Response) => RecordingRest.parse(await answer.json()).isPaused;
  const proofs = () => app.world.proofs.ofCall(app.shop.account, call?.id as never);
  return { app, orders, post, rest, proofs };
}

test("200: the recording rests when somebody is let in, goes on when they were told, and the proof holds it all", async () => {
  const { app, orders, post, rest, proofs } = await aCall();
  await ring(app, "recording", recordingBegan);

  expect(await rest(await post("", "205"))).toBe(true);
  app.clock.pass(8_000);
  expect(await rest(await post("/told", "205"))).toBe(false);

  expect(orders).toEqual(["pause", "resume"]);
  expect((await proofs()).slice(-3)).toMatchObject([
    { kind: "paused", facts: { pause: { why: "newcomer" } } },
    { kind: "told", facts: { party: "newcomer", told: "reported" } },
    { kind: "resumed" },
  ]);
  expect(await app.world.proofs.firstBroken(app.shop.account)).toBeUndefined();
});

test("200: of two who join, the recording rests until both were told; said twice is said once", async () => {
  const { app, orders, post, rest, proofs } = await aCall();
  await ring(app, "recording", recordingBegan);
  await post("", "205");
  await post("", "206");
  app.clock.pass(8_000);

  expect(await rest(await post("/told", "205"))).toBe(true);
  await post("/told", "206");
  expect(await rest(await post("/told", "206"))).toBe(false);

  expect(orders).toEqual(["pause", "resume"]);
  expect((await proofs()).filter(({ facts }) => facts?.party === "newcomer")).toHaveLength(2);
});

test("200: somebody let in before the recording begins keeps it resting from its beginning", async () => {
  const { app, orders, post, rest } = await aCall();

  expect(await rest(await post("", "205"))).toBe(false);
  await ring(app, "recording", recordingBegan);

  expect(orders).toEqual(["pause"]);
  app.clock.pass(8_000);
  expect(await rest(await post("/told", "205"))).toBe(false);
});

test("409: nobody joins a call that is over; 422: somebody without a name", async () => {
  const { app, post } = await aCall();
  expect((await post("", " ")).status).toBe(422);
  await ring(app, "status", { ...caller, CallStatus: "completed", CallDuration: "9" });

  const answer = await post("", "205");

  expect(answer.status).toBe(409);
  expect(await problemIn(answer)).toMatchObject({ code: "call_not_recording" });
});

test("200: where a newcomer is enters the decision when they were told, and nobody knowing it counts as strict", async () => {
  const { app, post, rest, proofs } = await aCall();
  await ring(app, "recording", recordingBegan);
  await post("", "205", { place: "US-CA" });
  await post("", "206");
  app.clock.pass(8_000);

  await post("/told", "205");
  expect(await rest(await post("/told", "206"))).toBe(false);

  const [first, second] = (await proofs()).filter(({ facts }) => facts?.party === "newcomer");
  expect(first?.facts?.inputs?.flags).toMatchObject({ thirdPartyJoined: "US-CA", thirdPartyTold: true });
  expect(first?.decision.considered).toContainEqual(expect.objectContaining({ party: "newcomer", place: "US-CA" }));
  expect(second?.facts?.inputs?.flags).toMatchObject({ thirdPartyJoined: "unknown" });
  expect(second?.decision.considered).toContainEqual(
    expect.objectContaining({ party: "newcomer", place: "unknown", evidence: "none" }),
  );
});

test("200: a newcomer whose place wants a yes of their own keeps the recording resting until they said it", async () => {
  const { app, orders, post, proofs } = await aCall();
  await ring(app, "recording", recordingBegan);
  await post("", "205", { place: "DE" });
  app.clock.pass(8_000);

  const told = RecordingRest.parse(await (await post("/told", "205")).json());
  const agreed = RecordingRest.parse(await (await post("/told", "205", { agreed: true })).json());

  expect(told).toEqual({ isPaused: true, newcomerLacks: "yes" });
  expect(agreed).toEqual({ isPaused: false });
  expect(orders).toEqual(["pause", "resume"]);
  expect((await proofs()).filter(({ facts }) => facts?.party === "newcomer")).toHaveLength(2);
});

test("200: one whose place wants the notice inside the recording is not recorded: it rested while they were told", async () => {
  const { app, orders, post } = await aCall();
  await ring(app, "recording", recordingBegan);
  await post("", "205", { place: "US-WA" });

  const told = RecordingRest.parse(await (await post("/told", "205", { agreed: true })).json());

  expect(told).toEqual({ isPaused: true, newcomerLacks: "notice_inside" });
  expect(orders).toEqual(["pause"]);
});

test("422: a newcomer is in no place that is none", async () => {
  const { app, post } = await aCall();
  await ring(app, "recording", recordingBegan);

  const answer = await post("", "205", { place: "US-ZZ" });

  expect([answer.status, await problemIn(answer)]).toMatchObject([
    422,
    { code: "jurisdiction_unknown", field: "place" },
  ]);
});
