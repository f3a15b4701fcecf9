import { problems, sayQuestionWrong } from "@ringtrail/api-contract";
import type { RecordingQuestionWrong } from "@ringtrail/core/consent";
import type { Problem } from "./problem.ts";
import type { ManageReason } from "./manage-reason.ts";

/** The one place where a reason of a management door becomes a problem. Status and sentences stand in the contract. */
export function manageProblem(reason: ManageReason): Problem {
  return { ...problems[reason.code], code: reason.code, ...thisCase(reason) };
}

/** What is particular to this case: never a phone number, a token or a secret. */
function thisCase(reason: ManageReason): Partial<Pick<Problem, "detail" | "field" | "fix">> {
  switch (reason.code) {
    case "body_invalid":
    case "parameter_invalid":
      return { field: reason.field, detail: reason.says };
    case "body_too_long":
      return { field: "body", detail: `At most ${reason.limitBytes} bytes.` };
    case "body_not_json":
      return { field: "body" };
    case "flow_step_unknown":
      return { field: reason.field, detail: `No step is named ${reason.given}.` };
    case "flow_circle":
    case "flow_hours_malformed":
    case "flow_key_malformed":
    case "phone_malformed":
    case "rule_set_unknown":
    case "override_wrong":
      return { field: reason.field };
    case "overrides_refused":
      return { detail: reason.where };
    case "business_place_missing":
    case "jurisdiction_unknown":
    case "flag_unknown":
    case "value_unknown":
    case "date_before_rule_set":
    case "silence_unjustified":
    case "rules_not_loaded":
    case "question_malformed":
      return sayCase(reason);
    case "page_elsewhere":
      return { field: "address" };
    case "page_unreachable":
      return { field: "address", detail: reason.says };
    case "report_too_wide":
      return { field: "by", detail: `At most ${reason.most} rows.` };
    case "rate_limited":
      return { detail: `Try again in ${reason.retryAfterSeconds} s.` };
    case "method_not_allowed":
      return { detail: `It takes ${reason.allowed.join(", ")}.` };
    case "scope_missing":
      return { detail: `It needs the scope ${reason.scope}.` };
    case "key_lives_too_long":
      return { field: "expiresAt", detail: `At most ${reason.days} days.` };
    case "scope_not_yours":
      return { field: "scopes", detail: `You do not hold ${reason.scope}.` };
    case "origin_not_allowed":
      return { field: "Origin", detail: reason.origin };
    case "link_expired":
      return { detail: `It ended at ${new Date(reason.at).toISOString()}.` };
    case "range_unsatisfiable":
      return { field: "Range", detail: `The recording has ${reason.size} bytes.` };
    case "cursor_malformed":
      return { field: "cursor" };
    case "number_limit_reached":
      return { detail: `The limit is ${reason.most}.` };
    case "spend_limit_reached":
      return { detail: `The limit is ${inWords(reason.most)} a month.` };
    case "price_changed":
      return { field: "monthly", detail: `It costs ${inWords(reason.now)} a month now.` };
    case "carrier_refused":
      return reason.carrierCode === undefined ? {} : { detail: `The carrier's code is ${reason.carrierCode}.` };
    case "place_unknown":
      return { field: "purpose" };
    case "country_not_allowed":
      return { field: "destination", ...(reason.country && { detail: `The phone is in ${reason.country}.` }) };
    case "number_unknown":
      return { field: "to" };
    case "idempotency_key_reused":
    case "idempotency_key_busy":
      return { field: "Idempotency-Key" };
    case "not_signed_in":
    case "session_idle":
    case "key_invalid":
      return { field: "Authorization" };
    case "media_type_unsupported":
      return { field: "Content-Type", ...(reason.takes && { fix: `Send ${reason.takes.join(" or ")}.` }) };
    case "sound_unreadable":
      return { field: "body", detail: reason.says };
    case "sound_too_long":
      return { field: "body", detail: `At most ${reason.mostSeconds} seconds.` };
    case "sound_too_short":
      return { field: "body", detail: `At least ${reason.leastMs} ms.` };
    case "sound_silent":
      return { field: "body" };
    case "destination_address_refused":
      return { field: "url", detail: `It was refused as ${reason.why}.` };
    case "destination_limit_reached":
    case "sound_limit_reached":
      return { detail: `The limit is ${reason.most}.` };
    case "sound_unknown":
      return { field: reason.field };
    case "origin_foreign":
      return { field: "Origin" };
    case "role_not_yours":
      return { field: "role" };
    case "already_member":
      return { field: "email" };
    case "account_name_taken":
      return { field: "name" };
    default:
      return {};
  }
}

/** The sentence of this question in particular: it names the place, the value or the day that was given. */
function sayCase(wrong: RecordingQuestionWrong): Pick<Problem, "detail" | "field" | "fix"> {
  const { title, fix } = sayQuestionWrong(wrong);
  return { field: wrong.field, detail: title, fix };
}

function inWords({ cents, currency }: { readonly cents: number; readonly currency: string }): string {
  return `${(cents / 100).toFixed(2)} ${currency}`;
}
