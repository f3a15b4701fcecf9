import { parseE164, type E164 } from "@ringtrail/core";
import type { CallPlan, Step } from "@ringtrail/core/call-flow";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asterisk } from "./asterisk/index.ts";
import type { CarrierDocument } from "./carrier.ts";
import { parseTwiml, type TwimlVerb } from "./fake/parse-twiml.ts";
import { telnyx } from "./telnyx/index.ts";
import { twilio } from "./twilio/index.ts";

/** What a caller goes through, one line each: said, asked, rung, recorded, in this order. */
type Experience = readonly string[];

/** As the plan has it. */
function planned(step: Step): Experience {
  switch (step.do) {
    case "say":
      return [`say ${step.text}`];
    case "notice":
      return [`ask ${step.text}, 1 s, then notice-ended`];
    case "ask":
      return [`ask ${step.text}, 4 s, then consent-answered`];
    case "menu":
      return [`ask ${step.text}, ${step.timeoutSeconds} s, then menu-chosen`];
    case "message":
      return [`say ${step.text}`, `keep a message of ${step.mostSeconds} s, then message-ended`];
    case "record":
      return ["record from here on"];
    case "dial":
      return [`ring ${step.to.join()} for ${step.timeoutSeconds} s, record ${step.record}, ${endOf(step.report)}`];
    case "pause":
      return [`wait ${step.seconds} s`];
    case "reject":
      return [`turn away, ${step.as === "busy" ? "busy" : "otherwise"}`];
    case "hangup":
      return ["hang up"];
  }
}

const endOf = (isReported: boolean): string => (isReported ? "then dial-ended" : "then nothing");

const callback = (url: string | undefined): string => /^https:\/\/calls\.example\/([\w-]+)/.exec(url ?? "")?.[1] ?? "";

/** As TwiML and TeXML have it. */
function ofVerbs({ contentType, body }: CarrierDocument): Experience {
  const parsed = parseTwiml(contentType, body, 1_000_000);
  if (!parsed.ok) throw new Error(parsed.reason.error);
  return parsed.value.flatMap(ofVerb);
}

function ofVerb({ name, attributes, text, children }: TwimlVerb): Experience {
  const { action, timeout, length, maxLength, reason, record } = attributes;
  switch (name) {
    case "Say":
      return [`say ${text}`];
    case "Gather":
      return [`ask ${children.map((child) => child.text).join()}, ${timeout} s, then ${callback(action)}`];
    case "Record":
      return [`keep a message of ${maxLength} s, then ${callback(action)}`];
    case "Start":
      return ["record from here on"];
    case "Dial": {
      const to = children.map((child) => child.text).join();
      const kept = record === undefined ? "none" : "both";
      return [`ring ${to} for ${timeout} s, record ${kept}, ${endOf(callback(action) === "dial-ended")}`];
    }
    case "Pause":
      return [`wait ${length} s`];
    case "Reject":
      return [`turn away, ${reason === "busy" ? "busy" : "otherwise"}`];
    case "Hangup":
      return ["hang up"];
    // Where a silent end of a question has no word of its own, the same address is asked behind it.
    case "Redirect":
      return [];
    default:
      return [`unknown: ${name}`];
  }
}

/** As the dialplan is told it. */
function ofForm({ body }: CarrierDocument): Experience {
  const form = new URLSearchParams(body);
  return Array.from({ length: Number(form.get("steps")) }, (_, nth) => nth + 1).flatMap((nth) => {
    const field = (name: string) => form.get(`${nth}.${name}`) ?? "";
    const then = callback(field("ended"));
    switch (field("do")) {
      case "say":
        return [`say ${field("text")}`];
      case "notice":
      case "ask":
      case "menu":
        return [`ask ${field("text")}, ${field("seconds")} s, then ${then}`];
      case "message":
        return [`say ${field("text")}`, `keep a message of ${field("seconds")} s, then ${then}`];
      case "record":
        return ["record from here on"];
      case "dial":
        return [
          `ring ${field("to").split("x").join()} for ${field("seconds")} s, record ${field("record")}, ${endOf(then === "dial-ended")}`,
        ];
      case "pause":
        return [`wait ${field("seconds")} s`];
      case "reject":
        return [`turn away, ${field("cause") === "17" ? "busy" : "otherwise"}`];
      case "hangup":
        return ["hang up"];
      default:
        return [`unknown: ${field("do")}`];
    }
  });
}

const [front, back, abroad] = [e164("+14155550100"), e164("+14155550101"), e164("+442079460018")];
const words = {
  text: fc.stringMatching(/^[a-zA-Z<>&"'áñ§=%.][a-zA-Z<>&"'áñ§=%. ]{0,20}\.$/),
  language: fc.constant("en-US"),
};
const seconds = fc.integer({ min: 5, max: 60 });
const step = fc.constant("here");
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("say" as const), ...words }),
  fc.record({ do: fc.constant("notice" as const), refusalKey: fc.constant("9"), step, ...words }),
  fc.record({ do: fc.constant("ask" as const), yesKey: fc.constant("1"), step, ...words }),
  fc.record({ do: fc.constant("menu" as const), timeoutSeconds: seconds, step, ...words }),
  fc.record({ do: fc.constant("message" as const), mostSeconds: seconds, step, ...words }),
  fc.record({ do: fc.constant("record" as const), sides: fc.constant("both" as const) }),
  fc.record({
    do: fc.constant("dial" as const),
    to: fc.constantFrom<readonly [E164, ...E164[]]>([front], [back, front], [abroad, front, back]),
    timeoutSeconds: seconds,
    record: fc.constantFrom("none" as const, "both" as const),
    callerId: fc.constant(undefined),
    report: fc.boolean(),
    step,
  }),
  fc.record({ do: fc.constant("pause" as const), seconds }),
  fc.record({ do: fc.constant("reject" as const), as: fc.constantFrom("busy" as const, "not_in_service" as const) }),
  fc.record({ do: fc.constant("hangup" as const) }),
);
const anyPlan: fc.Arbitrary<CallPlan> = fc.record({ steps: fc.array(anyStep, { maxLength: 6 }) });

test.each([
  ["Twilio", twilio, ofVerbs],
  ["Telnyx", telnyx, ofVerbs],
  ["Asterisk", asterisk, ofForm],
] as const)(
  "one plan is one experience: %s is told what the plan says, in its order and with its times",
  (_, carrier, read) => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const document = carrier.render(plan, (asked) => `https://calls.example/${asked}`);
        expect(read(document)).toEqual(plan.steps.flatMap(planned));
      }),
      { numRuns: 300 },
    );
  },
);

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
