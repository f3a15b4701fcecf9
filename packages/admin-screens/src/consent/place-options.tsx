import type { RecordingPlaces } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** Every place there is as the options of a list, those of the United States first. */
export function PlaceOptions(props: { readonly places: RecordingPlaces }): ReactNode {
  const { places, withoutRule } = props.places;
  const states = places.filter(({ place }) => place.startsWith("US-"));
  const others = places.filter(({ place }) => !place.startsWith("US-"));
  const groups = [
    [__("States and territories of the United States", "ringtrail"), states],
    [__("Other places we know the law of", "ringtrail"), others],
    [__("Countries whose law we do not know", "ringtrail"), withoutRule],
  ] as const;
  return groups.map(([label, all]) => (
    <optgroup key={label} label={label}>
      {all.map(({ place, name }) => (
        <option key={place} value={place}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
