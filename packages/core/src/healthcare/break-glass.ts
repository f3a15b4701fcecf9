import { err, ok, type Result } from "../result.ts";
import { minute, type Milliseconds } from "../time.ts";
import type { HealthcareSettings } from "./healthcare-settings.ts";

/** Somebody wants to know by which campaign one caller came. */
export interface GlassWish {
  /** Who asks, as the audit log names them. */
  readonly who: string;
  readonly role: string;
  readonly reason: string;
  readonly lengthMs: Milliseconds;
}

/** An opening of the third table: whose, why, for how long, and whether somebody else must agree first. */
export interface GlassOpening extends GlassWish {
  readonly needsSecond: boolean;
}

/** Why the glass stays whole. */
export type GlassRefused =
  | { readonly code: "glass_role_refused"; readonly role: string }
  | { readonly code: "glass_reason_missing" }
  | { readonly code: "glass_time_too_long"; readonly mostMs: Milliseconds };

/** Who may ask. An agent speaks with callers, an analyst sees campaigns, an auditor reads the log of this: none of them both. */
const roles: readonly string[] = ["owner", "admin"];

/** Long enough to answer one question of a patient or an inspector. */
export const mostGlassMs: Milliseconds = 60 * minute;
const shortestReason = 10;

/** Whether the glass may be broken: by a role that may, for a reason somebody can judge later, and not for long. */
export function mayBreakGlass(wish: GlassWish, settings: HealthcareSettings = {}): Result<GlassOpening, GlassRefused> {
  if (!roles.includes(wish.role)) return err({ code: "glass_role_refused", role: wish.role });
  if (wish.reason.trim().length < shortestReason) return err({ code: "glass_reason_missing" });
  if (wish.lengthMs <= 0 || wish.lengthMs > mostGlassMs)
    return err({ code: "glass_time_too_long", mostMs: mostGlassMs });
  return ok({ ...wish, reason: wish.reason.trim(), needsSecond: settings.needsSecondPerson === true });
}
