import { instant, type Instant } from "@ringtrail/core";
import type { ConversionPolicy } from "@ringtrail/core/attribution";
import { readPolicy } from "../conversions/read-policy.ts";
import { readAmount } from "../costs/read-cell.ts";
import { CommandFailure } from "./output.ts";

/** What `ringtrail export conversions` is asked with. */
export interface ConversionOptions {
  readonly for: "google-ads" | "microsoft-ads";
  readonly name: string;
  readonly out?: string;
  readonly from?: string;
  readonly to?: string;
  readonly account?: string;
  readonly site?: string;
  readonly weigh: "threshold" | "share";
  readonly least: string;
  readonly leastTalk: string;
  readonly usualValue?: string;
  readonly currency?: string;
  readonly shareCallers?: boolean;
  readonly adjustments?: boolean;
  readonly mark?: boolean;
}

/** The policy that the options say. @throws CommandFailure for what cannot be read. */
export function policyOf(options: ConversionOptions): ConversionPolicy {
  const numbers = { least: Number(options.least), leastTalkSeconds: Number(options.leastTalk) };
  if (!(numbers.least >= 0 && numbers.least <= 1)) throw malformed("least", "A probability is a number from 0 to 1.");
  if (!(numbers.leastTalkSeconds >= 0)) throw malformed("least-talk", "A length is a number of seconds.");
  const micros = options.usualValue === undefined ? undefined : readAmount(options.usualValue);
  if (options.usualValue !== undefined && (micros === undefined || !/^[A-Z]{3}$/.test(options.currency ?? ""))) {
    throw malformed("usual-value", "Say an amount with --usual-value and its currency with --currency, such as USD.");
  }
  const usual =
    micros === undefined || options.currency === undefined
      ? {}
      : { usualValue: { amount: micros / 1e6, currency: options.currency } };
  return readPolicy({ weigh: options.weigh, ...numbers, shareCaller: options.shareCallers === true, ...usual });
}

/** The first instant of a day in UTC; undefined when none is named. @throws CommandFailure for what is no day. */
export function dayOf(text: string | undefined, option: string): Instant | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw malformed(option, `${text} is no day such as 2026-11-25.`);
  return instant(at);
}

function malformed(option: string, fix: string): CommandFailure {
  return new CommandFailure("option_malformed", `--${option} cannot be read.`, fix);
}
