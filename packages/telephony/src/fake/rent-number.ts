import { err, ok, type Result } from "@ringtrail/core";
import { newSid, type Exchange, type FakeNumber } from "./exchange.ts";

/** Why a number cannot be rented. */
export interface NotRented {
  readonly code: "number_taken" | "number_malformed";
}

const settings = [
  "FriendlyName",
  "StatusCallback",
  "StatusCallbackMethod",
  "VoiceCallerIdLookup",
  "VoiceFallbackMethod",
  "VoiceFallbackUrl",
  "VoiceMethod",
  "VoiceUrl",
] as const;

/** Gives an account a number, with its addresses. The exchange has every number nobody rented. */
export function rentNumber(
  exchange: Exchange,
  account: string,
  e164: string,
  form: Readonly<Record<string, unknown>>,
): Result<FakeNumber, NotRented> {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) return err({ code: "number_malformed" });
  if (exchange.numberOf(e164) !== undefined) return err({ code: "number_taken" });
  const number = { sid: newSid("PN"), account, e164, createdAt: new Date(), settings: {} };
  return ok(setNumber(exchange, number, form));
}

/** Changes the settings a form names and leaves the others. */
export function setNumber(exchange: Exchange, number: FakeNumber, form: Readonly<Record<string, unknown>>): FakeNumber {
  const given = settings.flatMap((name) => (typeof form[name] === "string" ? [[name, form[name]] as const] : []));
  const changed = { ...number, settings: { ...number.settings, ...Object.fromEntries(given) } };
  exchange.numbers.set(number.sid, changed);
  return changed;
}
