import { parseE164, type E164 } from "@ringtrail/core";
import type { CarrierSkill, Step } from "@ringtrail/core/call-flow";
import { describe, expect, test } from "vitest";
import { carrierFor } from "./carrier-for.ts";
import { carrierCan } from "./carrier-skills.ts";

const words = { text: "Hello.", language: "en-US" };
const dial = { do: "dial", timeoutSeconds: 20, record: "none", callerId: undefined, report: true } as const;
const [one, two] = [e164("+14155550151"), e164("+14155550152")];

/** A step that needs each skill, and what a document that can do it holds. */
const shown: Readonly<Partial<Record<CarrierSkill, readonly [Step, RegExp]>>> = {
  question: [{ do: "ask", ...words, yesKey: "1" }, /consent-answered/],
  menu: [{ do: "menu", ...words, timeoutSeconds: 5, step: "m" }, /menu-chosen/],
  message: [{ do: "message", ...words, mostSeconds: 60, step: "m" }, /message-ended/],
  record_all: [{ do: "record", sides: "both" }, /<Recording |do=record/],
  record_business: [{ ...dial, to: [one], record: "business" }, /recordingTrack="outbound"|record=business/],
  ring_together: [{ ...dial, to: [one, two] }, /14155550151.*14155550152/s],
  whisper: [{ ...dial, to: [one], whisper: [words] }, /\/whisper|whisper=/],
  reject: [{ do: "reject", as: "busy" }, /<Reject |do=reject/],
};

describe.each(["twilio", "fake", "telnyx", "asterisk"] as const)("%s", (carrier) => {
  test.each(Object.entries(shown) as [CarrierSkill, readonly [Step, RegExp]][])(
    "what it says of %s is what its documents hold",
    (skill, [step, holds]) => {
      const { body } = carrierFor({ carrier }).render({ steps: [step] }, (callback) => `https://c.example/${callback}`);

      expect(holds.test(decodeURIComponent(body))).toBe(carrierCan({ carrier }, skill));
    },
  );
});

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
