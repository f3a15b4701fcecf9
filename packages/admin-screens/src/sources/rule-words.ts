import type { ChannelRuleShown } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";

/** Hosts a line names before it says that there are more. */
const mostNamed = 4;

/** What a landing must show for a rule to fire, in words. */
export function ruleWords({ parameters, utm, referrers, internal }: ChannelRuleShown): string {
  const parts = [
    parameters &&
      sprintf(/* translators: %s: names of parameters. */ __("The address has %s", "ringtrail"), some(parameters)),
    ...Object.entries(utm ?? {}).map(([name, values]) => `utm_${name} = ${some(values)}`),
    referrers &&
      (referrers.length === 0
        ? __("Comes from any other site", "ringtrail")
        : sprintf(/* translators: %s: names of sites. */ __("Comes from %s", "ringtrail"), some(referrers))),
    internal === true ? __("Comes from the site itself", "ringtrail") : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? __("Everything else", "ringtrail") : parts.join(", ");
}

function some(names: readonly string[]): string {
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join(", ")} …` : names.join(", ");
}
