import type { SiteConfig } from "@ringtrail/api-contract";
import { second } from "@ringtrail/core";
import { sourceRules, type SourceWords } from "@ringtrail/core/attribution";
import { heartbeatMs } from "@ringtrail/core/number-pool";
import type { SiteSettings, SourceNumber } from "@ringtrail/core/ports";

/** What a page is told of its site: the same for everybody, so it may be cached. It names no number of a pool. */
export function describeSite(site: SiteSettings, version: string): SiteConfig {
  return {
    site: site.key,
    version,
    regime: site.regime,
    targets: site.targets.map(({ id, e164 }) => ({ id, e164 })),
    sources: sourceRules(groupSources(site.sources)).map(({ source, rules }) => ({
      name: source === undefined ? "other" : nameOf(source),
      rules: rules.map((rule) => mutable(rule)),
      numbers: source?.numbers.map(({ target, e164 }) => ({ target, e164 })) ?? [],
    })),
    heartbeatSeconds: heartbeatMs / second,
  };
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

type Rule = SiteConfig["sources"][number]["rules"][number];
type Condition = ReturnType<typeof sourceRules>[number]["rules"][number];

function mutable({ anyParam, utm, referrer }: Condition): Rule {
  return {
    ...(anyParam && { anyParam: [...anyParam] }),
    ...(utm && { utm: Object.fromEntries(Object.entries(utm).map(([name, values]) => [name, [...(values ?? [])]])) }),
    ...(referrer && { referrer: [...referrer] }),
  };
}
