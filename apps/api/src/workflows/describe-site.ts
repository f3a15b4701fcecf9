import type { SiteConfig, WrittenNumber } from "@ringtrail/api-contract";
import { pageReading, second, writtenNumber } from "@ringtrail/core";
import { sourcePattern, sourceRules, type SourceWords } from "@ringtrail/core/attribution";
import { pagePatterns } from "@ringtrail/core/healthcare";
import { heartbeatMs } from "@ringtrail/core/number-pool";
import type { SiteSettings, SourceNumber } from "@ringtrail/core/ports";
import { takenBy } from "./taken-by.ts";

/** A reader waits no longer for a number. After that the page is left as it is. */
const longestHoldMs = 400;

/** What a page is told of its site: the same for everybody, so it may be cached. It names no number of a pool. */
export function describeSite(site: SiteSettings, version: string): SiteConfig {
  const { edges, places, watch, texts, ...reading } = pageReading;
  const pages = pagePatterns(site.pageGroups ?? []).map((one) => [...one] as [string, string]);
  return {
    site: site.key,
    version,
    // Without one a page sends and keeps nothing, whatever is said: it shows the number of its source, which stands in here.
    regime: site.isHealthcare === true ? null : site.regime,
    targets: site.targets.map(({ id, e164 }) => ({
      target: id,
      ...writtenNumber(e164),
      takes: takenBy(site, undefined),
    })),
    sources: sourceRules(groupSources(site.sources)).map(({ source, rules }) => ({
      name: source === undefined ? "other" : nameOf(source),
      match: sourcePattern(rules),
      numbers: source?.numbers.map((number) => sourceNumber(site, number)) ?? [],
    })),
    ...(pages.length === 0 ? {} : { pages }),
    edges: [...edges],
    places: places.map((place) => [...place]),
    watch: { ...watch, attributeFilter: [...watch.attributeFilter] },
    texts: [...texts],
    ...reading,
    holdMs: longestHoldMs,
    heartbeatSeconds: heartbeatMs / second,
  };
}

function sourceNumber(site: SiteSettings, { number, target, e164 }: SourceNumber): WrittenNumber {
  return { target, ...writtenNumber(e164), takes: takenBy(site, number) };
}

/** A source with its numbers, one per target number. */
interface SourceGroup extends SourceWords {
  readonly numbers: readonly SourceNumber[];
}

function groupSources(sources: readonly SourceNumber[]): readonly SourceGroup[] {
  const groups = Map.groupBy(sources, ({ touch }) => JSON.stringify([touch.channel, touch.source, touch.medium]));
  return [...groups.values()].flatMap((numbers) => {
    const [first] = numbers;
    if (first === undefined) return [];
    const { channel, source, medium } = first.touch;
    return [{ channel, source, medium, numbers }];
  });
}

function nameOf({ source, medium }: SourceWords): string {
  return medium === "" ? source : `${source} / ${medium}`;
}
