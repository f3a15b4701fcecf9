import { parseE164 } from "@ringtrail/core";
import type { CallPlan } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { renderPlan } from "./render-plan.ts";
import { soundName } from "./sound-name.ts";

const business = parseE164("+14155550100");
const fields = (...steps: CallPlan["steps"]) =>
  Object.fromEntries(new URLSearchParams(renderPlan({ steps }, (callback) => `https://c.example/${callback}`).body));
if (!business.ok) throw new Error("not a number");
const words = { text: "This call is recorded.", language: "en-US" };
const dial = { do: "dial", to: [business.value], timeoutSeconds: 25, callerId: undefined } as const;

test("a recorded dial says where its moments are told", () => {
  expect(fields({ ...dial, record: "both", report: true })).toEqual({
    route: "+14155550100",
    steps: "1",
    "1.do": "dial",
    "1.to": "+14155550100",
    "1.seconds": "25",
    "1.record": "both",
    "1.ended": "https://c.example/dial-ended",
    "1.status": "https://c.example/status",
    "1.recording": "https://c.example/recording",
    ringtrail: "1",
  });
});

test("a notice names the sound of its very words, and the way on stands behind it", () => {
  const said = fields({ do: "notice", ...words, refusalKey: "9" }, { ...dial, record: "none", report: false });
  expect(said).toMatchObject({ "1.do": "notice", "1.sound": soundName(words), steps: "2" });
  expect(said["2.ended"]).toBeUndefined();
  expect(soundName({ ...words, text: "This call is recorded!" })).not.toBe(said["1.sound"]);
});

test("the last field is the one that says the answer is whole", () => {
  const { body } = renderPlan({ steps: [{ do: "say", text: "a&b=c\n\u{1F600}", language: "en" }] }, () => "");
  expect(body.endsWith("&ringtrail=1")).toBe(true);
  expect(fields({ do: "pause", seconds: 0 }, { do: "hangup" })).toMatchObject({ "1.seconds": "1", "2.do": "hangup" });
});
