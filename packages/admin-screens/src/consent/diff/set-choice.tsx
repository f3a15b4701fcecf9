import type { RuleSetList } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";

interface Sets {
  readonly before: string;
  readonly after: string;
}

/** Chooses the two rule sets. */
export function SetChoice(props: {
  readonly known: RuleSetList;
  readonly sets: Sets;
  readonly onChoose: (sets: Sets) => void;
}): ReactNode {
  const { known, sets, onChoose } = props;
  const choice = (side: keyof Sets, label: string): ReactNode => (
    <select
      aria-label={label}
      value={sets[side]}
      onChange={(event) => onChoose({ ...sets, [side]: event.target.value })}
    >
      {known.ruleSets.map((set) => (
        <option key={set.id} value={set.id}>
          {nameOf(set)}
        </option>
      ))}
    </select>
  );
  return (
    <span className="rt-sets">
      {choice("before", __("Earlier rule set", "ringtrail"))}
      <span aria-hidden="true">→</span>
      {choice("after", __("Later rule set", "ringtrail"))}
    </span>
  );
}

function nameOf({ id, version, asOf, isHistorical }: RuleSetList["ruleSets"][number]): string {
  // translators: 1: a rule set's version; 2: the month it speaks of.
  if (!isHistorical) return sprintf(__("Current %1$s, %2$s", "ringtrail"), version, asOf);
  return id === "us-2017-article" ? __("The 2017 article's list", "ringtrail") : id;
}
