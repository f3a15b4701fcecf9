import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCallFlow, aDecision, aNumber, at } from "../../testing/index.ts";
import { recordingMeans, type RecordingDecision } from "../consent/index.ts";
import {
  chooseCourse,
  plainContext,
  planAfterDial,
  planAfterNotice,
  planFallback,
  planNotInService,
  planRing,
  planUnrecorded,
  shippedWordings,
} from "./index.ts";
import type { CallFlow, CallPlan, NoticeAnswer } from "./index.ts";

const flow = aCallFlow();
const words = ({ steps }: CallPlan) =>
  steps.map((step) => (step.do === "dial" ? `dial ${step.record}${step.report ? " report" : ""}` : step.do));
const mustBeInside = aDecision({ detail: { ...aDecision().detail, announcementMustBeRecorded: true } });

describe("a call that may be recorded", () => {
  test("hears the notice first, and behind it stands a dial that needs nothing of us", () => {
    const { steps } = planRing(flow, aDecision());

    expect(steps).toEqual([
      { do: "notice", ...flow.announcement },
      { do: "dial", to: [flow.destination], timeoutSeconds: 25, record: "none", callerId: undefined, report: false },
    ]);
  });

  test("is recorded only in the answer to the notice's callback", () => {
    expect(words(planRing(flow, aDecision()))).not.toContain("dial both");
    expect(words(planAfterNotice(flow, aDecision(), "heard"))).toEqual(["dial both report", "dial none"]);
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

describe("a place that wants the notice inside the recording", () => {
  test("the notice first, unrecorded; then the recording, the sentence again to both, and only then the business", () => {
    expect(words(planRing(flow, mustBeInside))).toEqual(["notice", "dial none"]);
    const { steps } = planAfterNotice(flow, mustBeInside, "heard");
    expect(words({ steps })).toEqual(["record", "say", "dial none report", "dial none"]);
    const { short } = shippedWordings.en;
    expect(steps).toMatchObject([{ sides: "both" }, short, { whisper: [short] }, {}]);
  });

  test("a refusal leaves all of it out", () => {
    expect(words(planAfterNotice(flow, mustBeInside, "refused"))).toEqual(["dial none report"]);
  });
});

describe("a place that wants a yes", () => {
  const yesNeeded = aDecision({ applied: "active_consent" });

  test("the caller is asked, and behind the question stands a dial that needs nothing of us", () => {
    const plan = planRing(aCallFlow({ announcement: { ...flow.announcement, language: "es-MX" } }), yesNeeded);

    expect(words(plan)).toEqual(["ask", "dial none"]);
    expect(plan.steps[0]).toMatchObject({ yesKey: "1", text: expect.stringContaining("oprima 1") });
  });

  test("only a yes records; silence and a no do not", () => {
    const after = (["agreed", "heard", "refused"] as const).map((one) => words(planAfterNotice(flow, yesNeeded, one)));
    expect(after).toEqual([["dial both report", "dial none"], ["dial none report"], ["dial none report"]]);
  });
});

test("the business alone is recorded after a refusal where the owner wants that and the law allows it", () => {
  const decision = aDecision({ applied: "do_not_record", sides: "business_only" });

  expect(words(planAfterNotice(flow, decision, "refused"))).toEqual(["dial business report", "dial none"]);
});

test("silence needs the decision's leave and the owner's written reason", () => {
  const silent = aDecision({ minimum: "silent", applied: "silent" });
  const reasoned = aCallFlow({ recordingPolicy: { want: "silent", silence: { reason: "staff line", author: "Ann" } } });

  expect(words(planRing(reasoned, silent))).toEqual(["dial both report", "dial none"]);
  expect(words(planRing(reasoned, aDecision()))).toEqual(["notice", "dial none"]);
  expect(words(planRing(flow, silent))).toEqual(["notice", "dial none"]);
});

test("whoever answers is told by a whisper, unless it is on file that they were told before", () => {
  const onFile = { phone: flow.destination, person: "Ann", toldAt: at("09:00"), textSha256: "0".repeat(64) };
  const whisper = (told: CallFlow) => planAfterNotice(told, aDecision(), "heard").steps[0];

  expect(whisper(flow)).toMatchObject({ whisper: [shippedWordings.en.short] });
  expect(whisper(aCallFlow({ standingNotices: [onFile] }))).not.toHaveProperty("whisper");
  expect(whisper(aCallFlow({ standingNotices: [{ ...onFile, phone: aNumber() }] }))).toHaveProperty("whisper.0");
  expect(planAfterNotice(flow, aDecision(), "refused").steps[0]).not.toHaveProperty("whisper");
});

const anyDecision = fc
  .record({
    applied: fc.constantFrom(...recordingMeans),
    sides: fc.constantFrom("both" as const, "business_only" as const, "none" as const),
    inside: fc.boolean(),
  })
  .map(({ applied, sides, inside }) =>
    aDecision({ applied, sides, detail: { ...aDecision().detail, announcementMustBeRecorded: inside } }),
  );
const anyFlow = fc
  .record({ recordingWanted: fc.boolean(), silence: fc.boolean() })
  .map(({ recordingWanted, silence }) =>
    aCallFlow({ recordingWanted, recordingPolicy: silence ? { silence: { reason: "r", author: "a" } } : undefined }),
  );
const anyAnswer = fc.constantFrom("heard" as const, "agreed" as const, "refused" as const);
const records = ({ steps }: CallPlan) =>
  steps.some((one) => one.do === "record" || (one.do === "dial" && one.record !== "none"));
const holdsCaller = ({ steps }: CallPlan) =>
  steps.some((one) => (one.do === "record" && one.sides === "both") || (one.do === "dial" && one.record === "both"));
const asks = ({ steps }: CallPlan) => steps.some((one) => one.do === "notice" || one.do === "ask");

describe("whatever is decided and whatever the caller answers", () => {
  const law = (holds: (own: CallFlow, decision: RecordingDecision, answer: NoticeAnswer) => boolean) =>
    fc.assert(fc.property(anyFlow, anyDecision, anyAnswer, holds), { numRuns: 500 });

  test("the caller is never lost: every plan ends by ringing the business", () => {
    law((own, decision, answer) =>
      [planRing(own, decision), planAfterNotice(own, decision, answer)].every(({ steps }) => {
        const last = steps.at(-1);
        return last?.do === "dial" && last.to[0] === own.destination;
      }),
    );
  });

  test("the caller's voice is recorded only after a notice or a yes, or where silence was allowed and justified", () => {
    law((own, decision, answer) => {
      const isSilent = decision.applied === "silent" && own.recordingPolicy?.silence !== undefined;
      const enough = decision.applied === "active_consent" ? answer === "agreed" : answer !== "refused";
      const isEnough = isSilent || (enough && decision.applied !== "do_not_record");
      return (
        (!holdsCaller(planRing(own, decision)) || isSilent) &&
        (!holdsCaller(planAfterNotice(own, decision, answer)) || isEnough)
      );
    });
  });

  test("a flow that does not record never records, and a document with a question or a notice in it never does", () => {
    law((own, decision, answer) =>
      [planRing(own, decision), planAfterNotice(own, decision, answer)].every(
        (plan) => !records(plan) || (own.recordingWanted && !asks(plan)),
      ),
    );
  });

  test("inside the recording the sentence comes before anything else, and whoever answers hears it too", () => {
    law((own, decision, answer) => {
      const { steps } = planAfterNotice(own, decision, answer);
      const nth = steps.findIndex((one) => one.do === "record");
      const last = steps[nth + 2];
      const isTold = last?.do === "dial" && last.record === "none" && last.whisper?.length === 1;
      return nth === -1 || (steps[nth + 1]?.do === "say" && isTold);
    });
  });
});

test("a call that cannot be looked up is put through unrecorded, and its end is reported", () => {
  expect(words(planUnrecorded(flow))).toEqual(["dial none report"]);
});

test("the fallback dials the business, unrecorded, and asks nothing of us", () => {
  expect(words(planFallback(flow))).toEqual(["dial none"]);
});

test("a number that belongs to nobody says so and hangs up", () => {
  expect(words(planNotInService())).toEqual(["say", "hangup"]);
});

test("a leg that failed is tried once more, unrecorded; one that ended otherwise is over", () => {
  const walk = { flow, decision: aDecision(), context: plainContext, answer: "heard" } as const;
  const outcome = { end: "failed", step: undefined, isRecording: false } as const;
  const again = planAfterDial(walk, outcome);

  expect(words(again)).toEqual(["dial none report"]);
  expect(again.steps[0]).not.toHaveProperty("whisper");
  expect(planAfterDial(walk, { ...outcome, isRecording: true }).steps[0]).toHaveProperty("whisper.0");
  expect(words(planAfterDial(walk, { ...outcome, step: "again" }))).toEqual(["hangup"]);
  for (const end of ["answered", "busy", "no_answer", "canceled", undefined] as const) {
    expect(words(planAfterDial(walk, { ...outcome, end }))).toEqual(["hangup"]);
  }
});
