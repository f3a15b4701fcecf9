import type { RecordingPlaces } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { PlaceOptions } from "./place-options.tsx";

/** Where the business handles its calls from. Every answer below is for these places; trying others changes nothing. */
export function BusinessPlaces(props: {
  readonly places: RecordingPlaces;
  /** True when somebody tries other places than the account's own. */
  readonly isTrial: boolean;
  /** Undefined: the account's own. */
  readonly onChange: (business: readonly string[] | undefined) => void;
}): ReactNode {
  const { places, isTrial, onChange } = props;
  const { business } = places;
  const codes = business.map(({ place }) => place);
  const id = useId();
  return (
    <div className="rt-business">
      <span id={id}>{__("Your places of business", "ringtrail")}</span>
      <ul aria-labelledby={id}>
        {business.map(({ place, name }) => (
          <li key={place}>
            {name}
            <button
              type="button"
              disabled={codes.length === 1}
              // translators: %s: the name of a place.
              aria-label={sprintf(__("Leave %s out", "ringtrail"), name)}
              onClick={() => onChange(codes.filter((code) => code !== place))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <select
        aria-label={__("Try another place of business", "ringtrail")}
        value=""
        onChange={(event) => {
          if (event.target.value !== "") onChange([...new Set([...codes, event.target.value])]);
        }}
      >
        <option value="">{__("Try another place…", "ringtrail")}</option>
        <PlaceOptions places={places} />
      </select>
      {isTrial ? (
        <Button variant="link" onClick={() => onChange(undefined)}>
          {__("Back to your own", "ringtrail")}
        </Button>
      ) : null}
    </div>
  );
}
