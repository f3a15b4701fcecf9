import { between, type Instant, type Milliseconds } from "../../time.ts";
import type { Conversion, Worth } from "./conversion.ts";

/** What a platform was told of one conversion, and what became of it. */
export interface ToldConversion {
  readonly id: string;
  readonly call: string;
  /** When the phone rang. */
  readonly at: Instant;
  /** The click it was told with: adjustments name it again. */
  readonly click: Conversion["click"];
  readonly worth: Worth | undefined;
  readonly state: "told" | "retracted" | "refused";
}

/** One thing to tell a platform. */
export type ConversionStep =
  | { readonly kind: "upload"; readonly conversion: Conversion }
  | { readonly kind: "restate"; readonly told: ToldConversion; readonly worth: Worth }
  | { readonly kind: "retract"; readonly told: ToldConversion };

/** What a platform takes, and for how long after the call. */
export interface PlatformReach {
  readonly uploadWithinMs: Milliseconds;
  /** 0 when nothing can be changed afterwards. */
  readonly adjustWithinMs: Milliseconds;
}

/**
 * Compares what a platform should know with what it was told. A conversion is uploaded once; another value restates it;
 * one that no longer counts (another visit turned out likelier, the visitor withdrew, the owner asks for more) is
 * retracted for good. What a platform would refuse for its age is not sent.
 */
export function planConversionSteps(
  wanted: readonly Conversion[],
  told: readonly ToldConversion[],
  { uploadWithinMs, adjustWithinMs }: PlatformReach,
  now: Instant,
): readonly ConversionStep[] {
  const known = new Map(told.map((one) => [one.id, one]));
  const stillWanted = new Set(wanted.map(({ id }) => id));
  const isWithin = (at: Instant, limit: Milliseconds) => between(at, now) <= limit;
  const forWanted = wanted.flatMap((conversion): readonly ConversionStep[] => {
    const before = known.get(conversion.id);
    if (before === undefined) return isWithin(conversion.at, uploadWithinMs) ? [{ kind: "upload", conversion }] : [];
    const { worth } = conversion;
    const changed = before.state === "told" && worth !== undefined && !isSame(before.worth, worth);
    return changed && adjustWithinMs > 0 && isWithin(before.at, adjustWithinMs)
      ? [{ kind: "restate", told: before, worth }]
      : [];
  });
  const unwanted = told.filter(({ id, state }) => state === "told" && !stillWanted.has(id));
  const retracted = unwanted.filter(({ at }) => adjustWithinMs > 0 && isWithin(at, adjustWithinMs));
  return [...forWanted, ...retracted.map((one) => ({ kind: "retract", told: one }) as const)];
}

function isSame(before: Worth | undefined, now: Worth): boolean {
  return before?.micros === now.micros && before.currency === now.currency;
}
