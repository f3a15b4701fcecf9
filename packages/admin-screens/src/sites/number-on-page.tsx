import type { NumberOnPage as Found } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Pill } from "../parts/pill.tsx";

/** One number where it stands on the page, and the same line as a visitor who agreed would see it. */
export function NumberOnPage(props: { readonly one: Found }): ReactNode {
  const { written, before, behind, target, shown } = props.one;
  return (
    <li>
      <p className="rt-break">
        {before}
        {shown === undefined ? (
          <strong>{written}</strong>
        ) : (
          <>
            <del>{written}</del>
            <ins>{shown}</ins>
          </>
        )}
        {behind}
      </p>
      {target === undefined ? (
        <Pill tone="plain">{__("Left alone: none of yours to swap", "ringtrail")}</Pill>
      ) : shown === undefined ? (
        <Pill tone="busy">{__("Yours, but its pool has no number yet", "ringtrail")}</Pill>
      ) : (
        <Pill tone="good">{__("Swapped", "ringtrail")}</Pill>
      )}
    </li>
  );
}
