import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { numbers } from "../seed-business.ts";
import { business, caller, pause, speak } from "../sip/scenario.ts";
import { inTurn } from "../sound/hear.ts";
import { callsSoFar, endedCall, newestCall } from "../stored-call.ts";
import { isBusy, neverPicksUp, picksUp, picksUpFor, talksFor, talksUntilHungUp } from "./parts.ts";

await describeCalls("what callers and the business do", "every case", ({ lane, newer }) => {
  newer(
    "from Washington: the notice is heard again inside the recording, and nothing of before it is in there",
    async () => {
      const before = await callsSoFar(lane());
      const { fromWashington } = numbers;
      const script = { number: fromWashington, caller: talksUntilHungUp, business: picksUpFor(6_500) };
      const heard = await placeCall(lane(), script);
      expect(inTurn(heard.callerHeard)).toMatch(/^NWr?B$/);

      const { facts, proofs, recording } = await newestCall(lane(), before);
      expect(proofs).toEqual(expect.arrayContaining(["heard", "recording_allowed", "repeated", "told"]));
      expect(inTurn(recording?.heard.right ?? "")).toMatch(/^Wr?B$/);
      expect(recording?.left).toBe("C");
      // The caller speaks from the first second on: what is on file is no longer than the line since the notice ended.
      const sinceNotice = (facts.state.endedAt ?? 0) - (facts.state.noticeEndedAt ?? 0);
      expect((recording?.seconds ?? 0) * 1_000).toBeLessThan(sinceNotice + 500);
    },
  );

  test("busy: the caller hears the notice and is let go; the call says so", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: isBusy });
    expect(heard.callerHeard).toMatch(/^NNNN/);
    expect((await newestCall(lane(), before)).facts.state).toMatchObject({ businessEnd: "busy", talkMs: 0 });
  });

  test("busy without a notice: the caller's own exchange is told so", async () => {
    const before = await callsSoFar(lane());
    const turnedAway = [caller.invite, caller.untilRefused(486)];
    await placeCall(lane(), { to: numbers.plain, caller: turnedAway, business: isBusy });
    expect((await newestCall(lane(), before)).facts.state).toMatchObject({ businessEnd: "busy" });
  });

  test("no answer: it rings as long as the flow says, and the call says so", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: neverPicksUp });
    expect(inTurn(heard.callerHeard)).toBe("Nr");
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: "no_answer", talkMs: 0 });
    expect(recording).toBeUndefined();
    expect(facts.state.recordingAbsent ?? "never_connected").toBe("never_connected");
  });

  test("the caller hangs up during the notice: the business never rings, and nothing was heard to its end", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { caller: talksFor(1_200) });
    expect(inTurn(heard.callerHeard)).toBe("N");
    const { facts, proofs } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: undefined, noticeEndedAt: undefined });
    expect(facts.events).toContainEqual(expect.objectContaining({ kind: "ended", end: "canceled" }));
    expect(proofs).toContain("decided");
    expect(proofs).not.toContain("heard");
    expect(proofs).not.toContain("recording_allowed");
  });

  test("the caller hangs up while it rings, after the notice", async () => {
    const before = await callsSoFar(lane());
    await placeCall(lane(), { caller: talksFor(5_500), business: neverPicksUp });
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: "canceled", talkMs: 0 });
    expect(recording).toBeUndefined();
  });

  newer("the caller hangs up while the business is being told: they are never connected", async () => {
    const before = await callsSoFar(lane());
    // Notice 2.5 s and a second to press a key; the phone rings a second; the whisper takes two.
    const heard = await placeCall(lane(), { caller: talksFor(5_600), business: picksUp });
    expect(heard.callerHeard).not.toContain("B");
    expect(inTurn(heard.businessHeard)).toBe("W");
    const { state } = await endedCall(lane(), before);
    expect(state.talkMs).toBeLessThan(500);
    expect(state.recording?.lengthMs ?? 0).toBeLessThan(500);
  });

  test("the caller gives up before anybody answered, without a notice", async () => {
    const before = await callsSoFar(lane());
    const givesUp = [caller.invite, caller.untilRinging, pause(1_500), caller.cancel];
    await placeCall(lane(), { to: numbers.plain, caller: givesUp, business: neverPicksUp });
    expect((await newestCall(lane(), before)).facts.state).toMatchObject({ businessEnd: "canceled" });
  });

  newer("the business hangs up first: the recording is kept, and the caller's line is freed", async () => {
    const before = await callsSoFar(lane());
    const hangsUp = [business.untilInvited, business.ring, business.answer, speak, pause(5_000), business.hangUp];
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: hangsUp });
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    expect((await newestCall(lane(), before)).recording).toMatchObject({ left: "C", right: "B" });
  });

  test("a number that is not recorded is put through at once, without a notice", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { to: numbers.plain, caller: talksFor(4_000), business: picksUp });
    expect(inTurn(heard.callerHeard)).toBe("B");
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: "answered" });
    expect(recording).toBeUndefined();
  });

  test("a caller whose number the network could not prove is put through all the same, and the call says so", async () => {
    const before = await callsSoFar(lane());
    const [, ...rest] = talksFor(4_000);
    const unproved = [caller.inviteUnproved, ...rest];
    const heard = await placeCall(lane(), { to: numbers.plain, caller: unproved, business: picksUp });
    expect(inTurn(heard.callerHeard)).toBe("B");
    const { events } = (await newestCall(lane(), before)).facts;
    const signs = events.flatMap((event) => (event.kind === "scored" ? event.spam.signs : []));
    expect(signs).toContainEqual({ code: "attestation_failed" });
  });

  test("a number that is none of ours rings nowhere", async () => {
    await placeCall(lane(), { to: numbers.foreign, caller: [caller.invite, caller.untilRefused(404)] });
  });

  test("a call from elsewhere than the trunk is refused, whatever it says of its caller", async () => {
    const before = await callsSoFar(lane());
    const turnedAway = [caller.invite, caller.untilRefused(401)];
    await placeCall(lane(), { caller: turnedAway, from: "stranger" });
    expect(await callsSoFar(lane())).toEqual(before);
  });

  // The last one: what is sent to a telephone that is not there may reach the next one at that port.
  test("unreachable: nobody is at the business's address, and the call says that it failed or went unanswered", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { caller: talksUntilHungUp });
    expect(heard.callerHeard).toMatch(/^NNNN/);
    expect((await newestCall(lane(), before)).facts.state.businessEnd).toMatch(/^(failed|no_answer)$/);
  });
});
