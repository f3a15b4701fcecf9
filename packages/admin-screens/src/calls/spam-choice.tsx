import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter, SpamFilter } from "../frame/place.ts";
import { without } from "./filter-words.ts";

/** Which calls are listed. Each choice is a place with an address of its own, so it outlives a look at one call. */
export function SpamChoice(props: { readonly filter: CallsFilter }): ReactNode {
  const { router } = useHost();
  const rest = without(props.filter, "spam");
  const choices: readonly (readonly [spam: SpamFilter | undefined, words: string])[] = [
    [undefined, __("All", "ringtrail")],
    ["hide", __("Hide spam", "ringtrail")],
    ["only", __("Only spam", "ringtrail")],
  ];
  return (
    <nav className="rt-switch" aria-label={__("Which calls", "ringtrail")}>
      {choices.map(([spam, words]) => (
        <a
          key={words}
          href={router.href({ screen: "calls", ...rest, ...(spam === undefined ? {} : { spam }) })}
          aria-current={props.filter.spam === spam ? "page" : undefined}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
