import { __ } from "@wordpress/i18n";
import type { PolicyDraft } from "./policy-draft.ts";

/** What is wrong with a file that is asked for, and with which of its fields. */
export interface FileProblem {
  readonly field: "to" | "least" | "leastTalkSeconds" | "amount" | "currency";
  readonly words: string;
}

/** A link asks for the file, so nobody could say afterwards what was wrong: it is said before there is a link. */
export function fileProblem(
  { from, to }: { readonly from: string; readonly to: string },
  { least, leastTalkSeconds, amount, currency }: PolicyDraft,
): FileProblem | undefined {
  if (from === "" || to === "" || to < from) {
    return { field: "to", words: __("Choose both days, the last not before the first.", "ringtrail") };
  }
  if (!isWithin(least, 100)) return { field: "least", words: __("Write a share from 0 to 100.", "ringtrail") };
  if (!isWithin(leastTalkSeconds, 3_600)) {
    return { field: "leastTalkSeconds", words: __("Write seconds from 0 to 3600.", "ringtrail") };
  }
  if (amount.trim() === "") return undefined;
  if (!isWithin(amount, 1e9)) return { field: "amount", words: __("Write an amount, such as 40.", "ringtrail") };
  if (/^[A-Z]{3}$/.test(currency.trim())) return undefined;
  return { field: "currency", words: __("A code of three letters, such as USD.", "ringtrail") };
}

function isWithin(written: string, most: number): boolean {
  const value = written.trim() === "" ? Number.NaN : Number(written);
  return value >= 0 && value <= most;
}
