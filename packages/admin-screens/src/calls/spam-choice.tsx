import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { SpamFilter } from "../frame/place.ts";

/** Which calls are listed. Each choice is a place with an address of its own, so it outlives a look at one call. */
export function SpamChoice(props: { readonly spam: SpamFilter | undefined }): ReactNode {
  const { router } = useHost();
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
          href={router.href(spam === undefined ? { screen: "calls" } : { screen: "calls", spam })}
          aria-current={props.spam === spam ? "page" : undefined}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}
