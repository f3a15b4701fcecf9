import { instant } from "@ringtrail/core";
import { agentKeys } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { readCallback } from "./read-callback.ts";
import { sayRest } from "./render-plan.ts";

const when = String(someday - 1_000);
const talk = (form: Readonly<Record<string, string>>) => {
  const read = readCallback("talk-changed", aVerifiedMessage({ callid: "1.1", when, ...form }));
  return read.ok ? read.value.events : [];
};
const at = instant(someday - 1_000);

test("keys, somebody who joins and somebody who was told are read, each press an event of its own", () => {
  expect(talk({ keys: agentKeys.pause })).toEqual([{ kind: "agent_pressed", at, key: `keys:${when}`, keys: "*7" }]);
  expect(talk({ joined: "205" })).toEqual([{ kind: "joined", at, key: "joined:205", who: "205" }]);
  expect(talk({ told: "205" })).toEqual([{ kind: "newcomer_told", at, key: "told:205", who: "205" }]);
  expect(talk({})).toEqual([]);
});

test("a recording is told when it begins, as the event its file tells again", () => {
  const began = { recorded: when, recording: "ringtrail-1.1" };
  const live = readCallback("status", aVerifiedMessage({ callid: "1.1", ...began }));
  const file = readCallback("recording", aVerifiedMessage({ callid: "1.1", ...began, bytes: "32000" }));
  const started = { kind: "recording_started", at, key: "recording:ringtrail-1.1" };

  expect(live).toMatchObject({ value: { events: [started] } });
  expect(file).toMatchObject({ value: { events: [started, { kind: "recording_ready" }] } });
});

test("whoever answered was told from picking up until the sound had been played to its end", () => {
  const told = { answered: when, told: String(someday - 200) };
  expect(readCallback("status", aVerifiedMessage({ callid: "1.1", ...told }))).toMatchObject({
    value: {
      events: [
        { kind: "answered", at },
        { kind: "business_told", at, endedAt: someday - 200 },
      ],
    },
  });
});

test("the answer to a key is a whole answer of ours and says whether the recording rests", () => {
  expect([sayRest(true).body, sayRest(false).body]).toEqual(["rest=1&ringtrail=1", "rest=0&ringtrail=1"]);
});
