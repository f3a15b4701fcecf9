import type { NumberLimitsShown } from "@ringtrail/api-contract";
import { readNumberEntry, writeNumberEntry, type NumberEntry } from "./number-entry.ts";

/** The limits as they are typed. */
export interface LimitsDraft {
  readonly mostNumbers: string;
  readonly mostRent: string;
  readonly currency: string;
  readonly mostMinutes: string;
  readonly restDays: string;
  readonly countries: string;
}

/** The limits as fields show them. */
export function draftLimits(limits: NumberLimitsShown): LimitsDraft {
  const { mostNumbers, mostRent, mostMinutes, restDays, countries } = limits;
  return {
    mostNumbers: String(mostNumbers),
    mostRent: mostRent === undefined ? "" : String(mostRent.cents / 100),
    currency: mostRent?.currency ?? "USD",
    mostMinutes: writeNumberEntry(mostMinutes),
    restDays: String(restDays),
    countries: countries?.join(", ") ?? "",
  };
}

/** What of a draft cannot be kept. */
export type LimitsWrong = "mostNumbers" | "mostRent" | "mostMinutes" | "restDays" | "countries";

/** Reads what was typed; else names the first field that is wrong. */
export function readLimits(draft: LimitsDraft): NumberLimitsShown | LimitsWrong {
  const whole = (text: string, most: number): NumberEntry => readNumberEntry(text, 0, most);
  const mostNumbers = whole(draft.mostNumbers, 100_000);
  if (typeof mostNumbers !== "number") return "mostNumbers";
  const rent = draft.mostRent.trim();
  if (rent !== "" && !/^\d{1,7}([.,]\d{1,2})?$/.test(rent)) return "mostRent";
  if (rent !== "" && !/^[A-Z]{3}$/.test(draft.currency)) return "mostRent";
  const mostMinutes = whole(draft.mostMinutes, 100_000_000);
  if (mostMinutes === "wrong") return "mostMinutes";
  const restDays = whole(draft.restDays, 365);
  if (typeof restDays !== "number") return "restDays";
  const countries = draft.countries
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((country) => country !== "");
  if (countries.some((country) => !/^[A-Z]{2}$/.test(country))) return "countries";
  return {
    mostNumbers,
    restDays,
    ...(rent === ""
      ? {}
      : { mostRent: { cents: Math.round(Number(rent.replace(",", ".")) * 100), currency: draft.currency } }),
    ...(mostMinutes === undefined ? {} : { mostMinutes }),
    ...(countries.length === 0 ? {} : { countries }),
  };
}
