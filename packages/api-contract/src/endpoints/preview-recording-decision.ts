import { defineEndpoint } from "../endpoint.ts";
import { DecisionPreview } from "../shapes/decision-preview.ts";
import { RecordingQuestionAsked } from "../shapes/recording-question.ts";

/** Decides a call that was only thought of. Nothing is kept. */
export const previewRecordingDecision = defineEndpoint({
  method: "POST",
  path: "/v1/recording-consent/decisions/preview",
  name: "previewRecordingDecision",
  summary: "Whether a call would be recorded, what must happen first, and why",
  scope: "calls:read",
  body: RecordingQuestionAsked,
  status: 200,
  response: DecisionPreview,
  problems: [
    "business_place_missing",
    "jurisdiction_unknown",
    "phone_malformed",
    "flag_unknown",
    "date_before_rule_set",
    "silence_unjustified",
  ],
});
