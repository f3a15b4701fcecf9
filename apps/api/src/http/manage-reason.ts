import type { FlowWrong } from "@ringtrail/core/call-flow";
import type { Instant } from "@ringtrail/core";
import type { RecordingQuestionWrong } from "@ringtrail/core/consent";
import type { Rent, Scope } from "@ringtrail/core/ports";
import type { OverrideNotKept } from "../law/override-book.ts";
import type { SoundRefused } from "../sounds/sound-refused.ts";
import type { SoundNotKept } from "../workflows/find-unknown-sound.ts";
import type { PublicReason } from "./public-reason.ts";

/** Why a management door says no. */
export type ManageReason =
  | PublicReason
  | RecordingQuestionWrong
  | { readonly code: "parameter_invalid"; readonly field: string; readonly says: string }
  | { readonly code: "media_type_unsupported"; readonly takes?: readonly string[] }
  | { readonly code: "method_not_allowed"; readonly allowed: readonly string[] }
  | { readonly code: "not_signed_in" }
  | { readonly code: "key_invalid" }
  | { readonly code: "sign_in_refused" }
  | { readonly code: "account_missing" }
  | SignInReason
  | { readonly code: "scope_missing"; readonly scope: Scope }
  | { readonly code: "scope_not_yours"; readonly scope: Scope }
  | { readonly code: "origin_foreign" }
  | { readonly code: "person_unknown" | "last_owner" | "role_not_yours" | "already_member" }
  | { readonly code: "invitation_unknown" | "invitation_for_another" | "person_needed" | "account_name_taken" }
  | { readonly code: "cursor_malformed" }
  | { readonly code: "call_unknown" }
  | { readonly code: "call_not_recording" }
  | { readonly code: "report_too_wide"; readonly most: number }
  | { readonly code: "value_absent" | "costs_header_missing" }
  | { readonly code: "page_elsewhere" | "pool_unknown" }
  | { readonly code: "page_unreachable"; readonly says: string }
  | { readonly code: "shop_taken" }
  | { readonly code: "healthcare_mode_stays" | "healthcare_site" | "ad_platform_unknown" | "ad_platform_keys_missing" }
  | FlowWrong
  | { readonly code: "caller_place_absent" }
  | { readonly code: "caller_withheld" }
  | OverrideNotKept
  | { readonly code: "proof_absent" }
  | { readonly code: "recording_unknown" }
  | { readonly code: "link_invalid" }
  | { readonly code: "link_expired"; readonly at: Instant }
  | { readonly code: "range_unsatisfiable"; readonly size: number }
  | SoundRefused
  | { readonly code: "sound_limit_reached"; readonly most: number }
  | SoundNotKept
  | { readonly code: "number_unknown" }
  | { readonly code: "number_limit_reached"; readonly most: number }
  | { readonly code: "spend_limit_reached"; readonly most: Rent }
  | { readonly code: "price_changed"; readonly now: Rent }
  | { readonly code: "number_not_available" }
  | { readonly code: "number_not_at_carrier" }
  | { readonly code: "number_not_in_use" }
  | { readonly code: "purchase_unsure" }
  | { readonly code: "carrier_keys_refused" }
  | { readonly code: "carrier_refused"; readonly carrierCode: number | undefined }
  | { readonly code: "place_unknown" }
  | { readonly code: "country_not_allowed"; readonly country: string | undefined }
  | { readonly code: "sign_in_not_fresh" }
  | { readonly code: "carrier_not_fake" }
  | { readonly code: "destination_unknown" }
  | { readonly code: "destination_address_refused"; readonly why: string }
  | { readonly code: "destination_limit_reached"; readonly most: number }
  | { readonly code: "destination_without_secret" }
  | { readonly code: "delivery_unknown" }
  | { readonly code: "connect_code_unknown" }
  | { readonly code: "key_unknown" }
  | { readonly code: "job_unknown" }
  | { readonly code: "rule_set_unknown"; readonly field: string }
  | { readonly code: "idempotency_key_reused" }
  | { readonly code: "idempotency_key_busy" };

/** What the doors to people and their sign-in say no with. */
type SignInReason =
  | { readonly code: "two_factor_required" | "two_factor_code_refused" | "session_idle" | "password_refused" }
  | { readonly code: "session_unknown" | "person_shared" | "hold_unknown" | "on_hold" }
  | { readonly code: "key_lives_too_long"; readonly days: number };
