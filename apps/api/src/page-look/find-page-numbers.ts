import type { NumberOnPage } from "@ringtrail/api-contract";
import { findPhoneNumbersInText, parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max";
import type { PageText } from "./read-page-text.ts";
import { writeAlike } from "./write-alike.ts";

/** A number of the business, and one a visitor could be shown in its place. */
export interface Swap {
  readonly target: string;
  readonly e164: string;
  readonly shown: string | undefined;
}

const most = 50;
/** So much of what stands around a number that somebody finds it again on their page. */
const around = 40;

/** Every phone number on a page in its order, each writing once, and what would be swapped for what. */
export function findPageNumbers({ text, links }: PageText, swaps: readonly Swap[]): NumberOnPage[] {
  const country = parsePhoneNumberFromString(swaps[0]?.e164 ?? "")?.country ?? "US";
  const found = new Map<string, NumberOnPage>();
  const add = (e164: string, written: string, before: string, behind: string): void => {
    const key = `${e164} ${written}`;
    if (found.has(key) || found.size >= most) return;
    const swap = swaps.find((one) => one.e164 === e164);
    const shown = swap?.shown === undefined ? undefined : writeAlike(written, swap.e164, swap.shown);
    found.set(key, {
      e164,
      written,
      before,
      behind,
      ...(swap === undefined ? {} : { target: swap.target }),
      ...(shown === undefined ? {} : { shown }),
    });
  };
  for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, country)) {
    const before = lastLine(text.slice(Math.max(0, startsAt - around), startsAt));
    const behind = text.slice(endsAt, endsAt + around).split("\n")[0] ?? "";
    add(number.number, text.slice(startsAt, endsAt), oneSpace(before), oneSpace(behind));
  }
  for (const link of links) {
    const e164 = numberOf(link, country);
    // A link whose own words are the number is one thing to whoever looks at the page.
    if (e164 !== undefined && ![...found.values()].some((one) => one.e164 === e164)) add(e164, link, "tel:", "");
  }
  return [...found.values()];
}

function numberOf(link: string, country: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(link, country);
  return parsed?.isPossible() === true ? parsed.number : undefined;
}

function lastLine(text: string): string {
  return text.split("\n").at(-1) ?? "";
}

function oneSpace(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
