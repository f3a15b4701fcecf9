import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import type { MapView } from "./map-view.ts";

/** Chooses what the map is coloured by. */
export function ViewSwitch(props: { readonly view: MapView; readonly onSwitch: (view: MapView) => void }): ReactNode {
  const name = useId();
  const choices: readonly (readonly [view: MapView, words: string])[] = [
    ["business", __("For your calls", "ringtrail")],
    ["alone", __("Each place alone", "ringtrail")],
  ];
  return (
    <span className="rt-switch" role="radiogroup" aria-label={__("What the map shows", "ringtrail")}>
      {choices.map(([view, words]) => (
        <label key={view}>
          <input type="radio" name={name} checked={props.view === view} onChange={() => props.onSwitch(view)} />
          <span>{words}</span>
        </label>
      ))}
    </span>
  );
}
