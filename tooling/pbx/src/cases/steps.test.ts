import { readFileSync } from "node:fs";
import path from "node:path";
import { shortWords, type CallEvent, type Step } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import type { Lane } from "../lane.ts";
import { describeCalls } from "../lane-mode.ts";
import { placeCall, type Outcome, type Script } from "../place-call.ts";
import { startPlanPeer, type Plans } from "../plan-peer.ts";
import { announcement, greeting, numbers } from "../seed-business.ts";
import { caller, pause, speak } from "../sip/scenario.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { picksUp, picksUpFor, talksFor, talksUntilHungUp } from "./parts.ts";

const dial: Extract<Step, { do: "dial" }> = {
  do: "dial",
  to: [numbers.business],
  timeoutSeconds: 6,
  record: "none",
  callerId: undefined,
  report: true,
};
const hangup: Plans = { "dial-ended": [{ do: "hangup" }], "message-ended": [{ do: "hangup" }] };
const short = shortWords(announcement);

/** Places a call that is answered with these plans, and waits for the report of its end. */
async function obey(lane: Lane, plans: Plans, script: Script): Promise<Outcome & { events: readonly CallEvent[] }> {
  const peer = await startPlanPeer(lane, { ...hangup, ...plans });
  lane.answerAt(peer.port);
  const heard = await placeCall(lane, script);
  const isOver = () => peer.events.some(({ kind }) => kind === "ended");
  await expect.poll(isOver, { timeout: 60_000, interval: 100 }).toBe(true);
  await lane.asterisk.settled();
  lane.answerAt(undefined);
  return { ...heard, events: peer.events };
}

const of = <Kind extends CallEvent["kind"]>(events: readonly CallEvent[], kind: Kind) =>
  events.filter((event): event is CallEvent & { kind: Kind } => event.kind === kind);

/** The bare samples of a recording as Asterisk left it. */
function samplesOf(lane: Lane, ref: string): Int16Array {
  const bytes = readFileSync(path.join(lane.place.recordingsFolder, `${ref}.raw`));
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

await describeCalls("what a plan asks for, step by step", "every case", ({ lane, newer }) => {
  const pressing = (key: string, ms: number) => [
    caller.invite,
    caller.untilAnswered,
    speak,
    pause(800),
    caller.press(key),
    pause(ms),
    caller.hangUp,
  ];

  test("a menu takes one key and names its step; the answer to it is obeyed", async () => {
    const { callerHeard, events } = await obey(
      lane(),
      {
        voice: [{ do: "menu", ...greeting, timeoutSeconds: 5, step: "main" }, dial],
        "menu-chosen": [dial],
      },
      { caller: pressing("2", 5_000), business: picksUp },
    );
    expect(inTurn(callerHeard)).toMatch(/^Vr?B$/);
    expect(of(events, "chose")).toMatchObject([{ step: "main", keys: "2" }]);
  });

  test("a menu nobody answers is told as such", async () => {
    const { events } = await obey(
      lane(),
      { voice: [{ do: "menu", ...greeting, timeoutSeconds: 1, step: "main" }], "menu-chosen": [dial] },
      { caller: talksUntilHungUp, business: picksUpFor(3_500) },
    );
    expect(of(events, "chose")).toMatchObject([{ keys: "" }]);
  });

  test.each([
    ["1", "agreed"],
    ["5", "declined"],
  ] as const)("a question answered with %s is %s", async (key, kind) => {
    const { events } = await obey(
      lane(),
      { voice: [{ do: "ask", ...greeting, yesKey: "1" }, dial], "consent-answered": [dial] },
      { caller: pressing(key, 4_000), business: picksUp },
    );
    expect(of(events, kind)).toHaveLength(1);
  });

  newer("a recording that is on before the notice holds the notice, and both parties hear it", async () => {
    const { events, businessHeard } = await obey(
      lane(),
      {
        voice: [
          { do: "record", sides: "both" },
          { do: "say", ...short },
          { ...dial, whisper: [short] },
        ],
      },
      { caller: talksUntilHungUp, business: picksUpFor(5_500) },
    );
    expect(inTurn(businessHeard)).toBe("WC");
    const [ready] = of(events, "recording_ready");
    const samples = samplesOf(lane(), ready?.recording.ref ?? "");
    const side = (nth: number) => inTurn(hear(samples.filter((_, index) => index % 2 === nth)));
    expect([side(0), side(1)]).toEqual(["C", expect.stringMatching(/^Wr?B$/)]);
    const [started, told, dialled] = (["recording_started", "business_told", "dialled"] as const).map(
      (kind) => of(events, kind)[0]?.at ?? 0,
    );
    expect(started).toBeLessThan(dialled ?? 0);
    expect(dialled).toBeLessThan(told ?? 0);
  });

  newer("the business alone is recorded: one channel, and the caller is not on it", async () => {
    const { events } = await obey(
      lane(),
      { voice: [{ ...dial, record: "business" }] },
      { caller: talksUntilHungUp, business: picksUpFor(3_500) },
    );
    const [ready] = of(events, "recording_ready");
    expect(ready?.recording.channels).toBe(1);
    expect(inTurn(hear(samplesOf(lane(), ready?.recording.ref ?? "")))).toBe("B");
  });

  newer("who answers and cannot be told is connected all the same, and is not recorded", async () => {
    const unknown = { text: "Nobody recorded this sentence.", language: "en-US" };
    const { events, callerHeard } = await obey(
      lane(),
      { voice: [{ ...dial, record: "both", whisper: [unknown] }] },
      { caller: talksUntilHungUp, business: picksUpFor(3_500) },
    );
    expect(inTurn(callerHeard)).toBe("B");
    expect(of(events, "recording_ready")).toEqual([]);
    expect(of(events, "business_told")).toEqual([]);
  });

  test("a notice without its sound is told as not heard", async () => {
    const unknown = { text: "Nobody recorded this notice.", language: "en-US", refusalKey: undefined };
    const { events, callerHeard } = await obey(
      lane(),
      { voice: [{ do: "notice", ...unknown }, dial], "notice-ended": [dial] },
      { caller: talksUntilHungUp, business: picksUpFor(3_500) },
    );
    expect(inTurn(callerHeard)).toBe("B");
    expect(of(events, "notice_ended")).toEqual([]);
  });

  test("voicemail: the caller hears the greeting and a beep, and what is said then is kept", async () => {
    const { events, callerHeard } = await obey(
      lane(),
      { voice: [{ do: "message", ...greeting, mostSeconds: 30, step: "mailbox" }] },
      { caller: talksFor(6_000) },
    );
    expect(inTurn(callerHeard)[0]).toBe("V");
    const [ready] = of(events, "recording_ready");
    expect(ready?.recording).toMatchObject({ channels: 1 });
    expect(ready?.recording.lengthMs).toBeGreaterThan(2_000);
    expect(inTurn(hear(samplesOf(lane(), ready?.recording.ref ?? "")))).toBe("C");
  });

  // From here on phones are rung that are not there: what was sent to them may reach the next telephone at that port.
  test("two phones ring at once, and whoever answers has the call", async () => {
    const { callerHeard } = await obey(
      lane(),
      { voice: [{ ...dial, to: [numbers.colleague, numbers.business] }] },
      { caller: talksUntilHungUp, business: picksUpFor(3_500) },
    );
    expect(inTurn(callerHeard)).toBe("B");
  });

  test("voicemail after nobody answered: the end of the ringing brings the next plan", async () => {
    const { events } = await obey(
      lane(),
      {
        voice: [{ ...dial, to: [numbers.colleague], timeoutSeconds: 5 }],
        "dial-ended": [{ do: "message", ...greeting, mostSeconds: 5, step: "mailbox" }],
      },
      { caller: talksUntilHungUp },
    );
    expect(of(events, "dial_ended")[0]).toMatchObject({ talkMs: 0 });
    expect(of(events, "recording_ready")).toHaveLength(1);
  });

  test.each([
    ["busy", 486],
    ["not_in_service", 404],
  ] as const)("a call turned away as %s is never answered: %i", async (as, status) => {
    const { events } = await obey(
      lane(),
      { voice: [{ do: "reject", as }] },
      { caller: [caller.invite, caller.untilRefused(status)] },
    );
    expect(of(events, "answered")).toEqual([]);
  });
});
