import { between, type Instant, type Milliseconds } from "../../time.ts";
import type { AdClick, ClickIdKind } from "./conversion.ts";

/** What a visit's landing page was asked for. */
export interface Landed {
  readonly startedAt: Instant;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * The last click on a platform's ads before the ring, not older than the window. Where one address holds several ids, the
 * platform's first choice counts.
 */
export function lastClick(
  visits: readonly Landed[],
  rangAt: Instant,
  kinds: readonly ClickIdKind[],
  windowMs: Milliseconds,
): AdClick | undefined {
  const clicks = visits
    .filter(({ startedAt }) => startedAt <= rangAt && between(startedAt, rangAt) <= windowMs)
    .flatMap(({ startedAt, query }): readonly AdClick[] => {
      const kind = kinds.find((one) => Object.hasOwn(query, one) && query[one] !== "");
      const id = kind && query[kind];
      return kind === undefined || id === undefined ? [] : [{ kind, id, at: startedAt }];
    });
  return clicks.toSorted((a, b) => b.at - a.at)[0];
}
