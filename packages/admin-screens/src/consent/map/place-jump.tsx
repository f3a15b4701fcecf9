import type { RecordingPlaces } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** Chooses a place by its name, for whoever would rather read than point; what lies outside the map is here too. */
export function PlaceJump(props: {
  readonly places: RecordingPlaces;
  readonly chosen: string | undefined;
  readonly onChoose: (place: string | undefined) => void;
}): ReactNode {
  const { places, chosen, onChoose } = props;
  const onMap = places.places.filter(({ place }) => place.startsWith("US-"));
  const others = places.places.filter(({ place }) => !place.startsWith("US-"));
  return (
    <div className="rt-jump">
      <select
        aria-label={__("Choose a place", "ringtrail")}
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
      >
        <option value="">{__("Choose a place…", "ringtrail")}</option>
        <optgroup label={__("States and territories of the United States", "ringtrail")}>
          {onMap.map(({ place, name }) => (
            <option key={place} value={place}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={__("Other places we know the law of", "ringtrail")}>
          {others.map(({ place, name }) => (
            <option key={place} value={place}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
