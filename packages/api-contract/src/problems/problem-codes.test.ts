import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allEndpoints } from "../endpoints/all-endpoints.ts";
import { Problem, problemType } from "./problem.ts";
import { problemCodes, problems } from "./problem-codes.ts";
import { problemsOf } from "./problems-of.ts";

const pages = new URL("../../../../docs/problems/", import.meta.url);

/** Codes are promises: none is ever renamed, reused or taken out. Add new ones here. */
const promised = `account_missing account_name_taken ad_platform_keys_missing ad_platform_unknown already_member body_invalid
  body_not_json body_too_long business_place_missing call_not_recording call_unknown caller_place_absent
  caller_withheld carrier_keys_refused carrier_not_fake carrier_refused carrier_unreachable connect_code_unknown
  connection_unknown costs_header_missing country_not_allowed cursor_malformed date_before_rule_set
  delivery_unknown destination_address_refused destination_limit_reached destination_unknown
  destination_without_secret failed flag_unknown flow_circle flow_hours_malformed flow_key_malformed
  flow_step_unknown healthcare_mode_stays healthcare_site hold_unknown idempotency_key_busy idempotency_key_reused
  invitation_for_another invitation_unknown job_unknown jurisdiction_unknown key_invalid key_lives_too_long
  key_unknown last_owner link_expired link_invalid media_type_unsupported method_not_allowed not_found not_ready
  not_signed_in number_limit_reached number_not_at_carrier number_not_available number_not_in_demo
  number_not_in_use number_unknown on_hold origin_foreign origin_not_allowed override_absent override_wrong
  overrides_refused overrides_shared page_address_refused page_elsewhere page_unreachable parameter_invalid password_refused
  person_needed person_shared person_unknown phone_malformed place_unknown pool_unknown price_changed proof_absent
  purchase_unsure question_malformed range_unsatisfiable rate_limited recording_unknown report_too_wide
  role_not_yours rule_set_unknown rules_not_loaded scope_missing scope_not_yours session_idle
  session_token_invalid session_unknown shop_taken shop_unknown shopify_not_set_up shopify_refused
  shopify_signature_invalid sign_in_not_fresh sign_in_refused signature_invalid silence_unjustified site_unknown
  sound_limit_reached sound_silent sound_too_long sound_too_short sound_unknown sound_unreadable
  spend_limit_reached token_invalid two_factor_code_refused two_factor_required value_absent value_unknown
  visit_unknown webhook_replayed`;

test("the list of codes is the one that was promised", () => {
  expect(problemCodes).toEqual(promised.split(/\s+/));
});

describe("docs/problems", () => {
  test.each(problemCodes)("%s has a page with its title, its status and what to do", (code) => {
    const page = new URL(`${code}.md`, pages);
    expect(existsSync(page), `docs/problems/${code}.md is missing`).toBe(true);
    const text = readFileSync(page, "utf8");
    expect(text).toContain(`\`${code}\` · HTTP ${problems[code].status}`);
    expect(text).toMatch(/^# .+\n[\s\S]+\*\*What happened\.\*\* .+\n\n\*\*What to do\.\*\* .+\n$/);
    expect(`${text.split("\n")[0]?.slice(2)}`.slice(0, 12)).toBe(problems[code].title.slice(0, 12));
  });

  test("has no page of a code that does not exist", () => {
    const known: readonly string[] = problemCodes;
    expect(readdirSync(pages).filter((file) => !known.includes(file.replace(/\.md$/, "")))).toEqual([]);
  });
});

test.each(problemCodes)("%s: title and fix are whole sentences", (code) => {
  for (const sentence of [problems[code].title, problems[code].fix]) expect(sentence).toMatch(/^[A-Z][^—]+[.]?$/);
  expect(problems[code].title.endsWith(".")).toBe(true);
});

test("a problem names its page", () => {
  const { status, title } = problems.call_unknown;
  const problem = { type: problemType("call_unknown"), code: "call_unknown", status, title };
  expect(Problem.parse(problem).type).toBe("https://ringtrail.dev/problems/call_unknown");
});

test("no endpoint may answer with a problem twice or without a reason", () => {
  for (const endpoint of allEndpoints) {
    const codes = problemsOf(endpoint);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining([...endpoint.problems, "failed"]));
  }
});
