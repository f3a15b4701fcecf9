import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

const periods = [7, 30, 90] as const;

/** How many days back a screen looks. */
export function PeriodChoice(props: { readonly count: number; readonly onChoose: (count: number) => void }): ReactNode {
  const words = [__("7 days", "ringtrail"), __("30 days", "ringtrail"), __("90 days", "ringtrail")];
  return (
    <fieldset className="rt-switch rt-plain">
      <legend className="rt-unseen">{__("Last", "ringtrail")}</legend>
      {periods.map((days, nth) => (
        <label key={days}>
          <input type="radio" name="rt-period" checked={props.count === days} onChange={() => props.onChoose(days)} />
          <span>{words[nth]}</span>
        </label>
      ))}
    </fieldset>
  );
}
