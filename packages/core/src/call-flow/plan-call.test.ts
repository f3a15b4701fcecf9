import { describe, expect, test } from "vitest";
import { aCallFlow, aDecision } from "../../testing/index.ts";
import { recordingMeans, type RecordingDecision } from "../consent/index.ts";
import {
  chooseCourse,
  planAfterDial,
  planAfterNotice,
  planFallback,
  planNotInService,
  planRing,
  planUnrecorded,
} from "./index.ts";
import type { CallPlan } from "./index.ts";

const flow = aCallFlow();
const words = ({ steps }: CallPlan) =>
  steps.map((step) => (step.do === "dial" ? `dial ${step.record}${step.report ? " report" : ""}` : step.do));
const mustBeInside = aDecision({ detail: { ...aDecision().detail, announcementMustBeRecorded: true } });

describe("a call that may be recorded", () => {
  test("hears the notice first, and behind it stands a dial that needs nothing of us", () => {
    const { steps } = planRing(flow, aDecision());

    expect(steps).toEqual([
      { do: "notice", ...flow.announcement },
      { do: "dial", to: flow.destination, timeoutSeconds: 25, record: "none", callerId: undefined, report: false },
    ]);
  });

  test("is recorded only in the answer to the notice's callback", () => {
    expect(words(planRing(flow, aDecision()))).not.toContain("dial both");
    expect(words(planAfterNotice(flow, aDecision(), "heard"))).toEqual(["dial both report"]);
  });

  test("goes on unrecorded when the caller refuses", () => {
    expect(words(planAfterNotice(flow, aDecision(), "refused"))).toEqual(["dial none report"]);
  });

  test("is announced also where the law would allow silence", () => {
    const silent = aDecision({ minimum: "silent", applied: "silent" });

    expect(words(planRing(flow, silent))).toEqual(["notice", "dial none"]);
  });
});

const unrecorded: [why: string, RecordingDecision, wanted: boolean][] = [
  ["not_wanted", aDecision(), false],
  ["do_not_record", aDecision({ applied: "do_not_record", sides: "none" }), true],
  ["yes_not_asked", aDecision({ applied: "active_consent" }), true],
  ["one_side_only", aDecision({ sides: "business_only" }), true],
  ["notice_not_inside_recording", mustBeInside, true],
];

test.each(unrecorded)(
  "%s: the business is dialled at once, without a notice, and never recorded",
  (why, decision, wanted) => {
    const quiet = aCallFlow({ recordingWanted: wanted });

    expect(chooseCourse(quiet, decision)).toEqual({ record: false, why });
    expect(words(planRing(quiet, decision))).toEqual(["dial none report"]);
    expect(words(planAfterNotice(quiet, decision, "heard"))).toEqual(["dial none report"]);
  },
);

test("no decision and no answer ever loses the caller: every plan of a call dials the business", () => {
  for (const applied of recordingMeans) {
    for (const recordingWanted of [true, false]) {
      const given = [aCallFlow({ recordingWanted }), aDecision({ applied })] as const;
      const plans = [planRing(...given), planAfterNotice(...given, "heard"), planAfterNotice(...given, "refused")];
      for (const { steps } of plans) expect(steps.at(-1)).toMatchObject({ do: "dial", to: flow.destination });
    }
  }
});

test("a call that cannot be looked up is put through unrecorded, and its end is reported", () => {
  expect(words(planUnrecorded(flow))).toEqual(["dial none report"]);
});

test("the fallback dials the business, unrecorded, and asks nothing of us", () => {
  expect(words(planFallback(flow))).toEqual(["dial none"]);
});

test("a number that belongs to nobody says so and hangs up", () => {
  expect(words(planNotInService())).toEqual(["say", "hangup"]);
  expect(words(planAfterDial())).toEqual(["hangup"]);
});
