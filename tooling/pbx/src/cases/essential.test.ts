import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { numbers } from "../seed-business.ts";
import { caller, pause, speak } from "../sip/scenario.ts";
import { inTurn } from "../sound/hear.ts";
import { callsSoFar, newestCall } from "../stored-call.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

await describeCalls("a call through one's own Asterisk", "always", ({ lane, newer }) => {
  newer("hears the notice, then the business; the recording has the caller left and the business right", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(5_500) });
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    expect(heard.callerHeard).toMatch(/^NNNN/);
    expect(inTurn(heard.businessHeard)).toBe("WC");
    expect(heard.notes).toContain(numbers.caller);

    const { facts, proofs, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ businessEnd: "answered", refused: false });
    expect(facts.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        "rang",
        "notice_ended",
        "answered",
        "business_told",
        "dial_ended",
        "recording_ready",
        "ended",
      ]),
    );
    expect(proofs).toEqual(expect.arrayContaining(["decided", "heard", "recording_allowed", "told"]));
    expect(recording).toMatchObject({ left: "C", right: "B" });
    const seconds = recording?.seconds ?? 0;
    expect(Math.abs(seconds * 1_000 - facts.state.talkMs)).toBeLessThan(1_500);
    expect(facts.state.recording?.lengthMs).toBeCloseTo(seconds * 1_000, -2);
  });

  test("is put through, unrecorded, when the caller refuses by key", async () => {
    const before = await callsSoFar(lane());
    const refuses = [caller.invite, caller.untilAnswered, speak, pause(1_000), caller.press("9"), caller.untilHungUp];
    const heard = await placeCall(lane(), { caller: refuses, business: picksUpFor(3_000) });
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);

    const { facts, proofs, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ refused: true, businessEnd: "answered", noticeEndedAt: undefined });
    expect(proofs).toContain("refused");
    expect(proofs).not.toContain("recording_allowed");
    expect(recording).toBeUndefined();
  });

  test("is put through, unrecorded, when the key comes as RTP events (RFC 4733)", async () => {
    const before = await callsSoFar(lane());
    const heard = await placeCall(lane(), {
      // The ear is all that sends on this line: Asterisk believes one source of sound.
      caller: [caller.invite, caller.untilAnswered, caller.untilHungUp],
      business: picksUpFor(3_000),
      meanwhile: async ({ caller: { ear } }) => {
        const heardMs = () => (ear.lines()[0]?.length ?? 0) / 8;
        await expect.poll(heardMs, { timeout: 60_000, interval: 20 }).toBeGreaterThan(700);
        await ear.press("9");
      },
    });
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);

    const { facts, proofs, recording } = await newestCall(lane(), before);
    expect(facts.state).toMatchObject({ refused: true, businessEnd: "answered", noticeEndedAt: undefined });
    expect(proofs).toContain("refused");
    expect(recording).toBeUndefined();
  });

  newer("reaches the business while the server is down, and is reported when it is back", async () => {
    const before = await callsSoFar(lane());
    await lane().tracker().process.kill();
    const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(3_500) });
    expect(inTurn(heard.callerHeard)).toBe("B");
    expect(inTurn(heard.businessHeard)).toBe("C");

    await lane().restartTracker();
    const { facts, recording } = await newestCall(lane(), before);
    expect(facts).toMatchObject({ healed: true, state: { businessEnd: "answered" } });
    expect(facts.state.talkMs).toBeGreaterThan(3_000);
    expect(recording).toBeUndefined();
  });

  test("reaches the business while the server is frozen: a process that takes calls and never answers", async () => {
    const before = await callsSoFar(lane());
    const { pid } = lane().tracker().process;
    process.kill(pid, "SIGSTOP");
    try {
      const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: picksUpFor(3_500) });
      expect(inTurn(heard.callerHeard)).toBe("B");
    } finally {
      process.kill(pid, "SIGCONT");
    }
    expect((await newestCall(lane(), before)).facts.state).toMatchObject({ phase: "ended", businessEnd: "answered" });
  });
});
