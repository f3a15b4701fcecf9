import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import type { FlowStep } from "./flow-steps.ts";
import type { StepGround } from "./step-ground.ts";
import { WayChoice } from "./way-choice.tsx";

type HoursStep = Extract<FlowStep, { kind: "hours" }>;

/** When the business is open, and where callers go then and otherwise. */
export function HoursFields(props: {
  readonly ground: StepGround;
  readonly step: HoursStep;
  readonly onWrite: (step: HoursStep) => void;
}): ReactNode {
  const { ground, step, onWrite } = props;
  const { hours } = step;
  const write = (change: Partial<HoursStep["hours"]>): void => onWrite({ ...step, hours: { ...hours, ...change } });
  return (
    <>
      <Field
        label={__("Time zone", "ringtrail")}
        hint={__("Of the business: America/Chicago.", "ringtrail")}
        problem={ground.problemOf("hours.timeZone")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            list="rt-time-zones"
            value={hours.timeZone}
            onChange={(event) => write({ timeZone: event.target.value.trim() })}
          />
        )}
      </Field>
      <datalist id="rt-time-zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <WeeklyHours weekly={hours.weekly} onWrite={(weekly) => write({ weekly })} />
      <Field
        label={__("Closed on", "ringtrail")}
        hint={__("Holidays, a day a line: 2026-12-25.", "ringtrail")}
        problem={undefined}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={hours.closedOn.join("\n")}
            onChange={(event) => write({ closedOn: event.target.value === "" ? [] : event.target.value.split("\n") })}
          />
        )}
      </Field>
      <div className="rt-wording-pair">
        {(["open", "closed"] as const).map((field) => (
          <WayChoice
            key={field}
            ground={ground}
            field={field}
            next={step[field]}
            onChoose={(next) => onWrite({ ...step, [field]: next ?? step[field] })}
          />
        ))}
      </div>
    </>
  );
}

type Weekly = HoursStep["hours"]["weekly"];

function WeeklyHours(props: { readonly weekly: Weekly; readonly onWrite: (weekly: Weekly) => void }): ReactNode {
  const { weekly, onWrite } = props;
  const { locale } = useHost();
  const change = (at: number, to: Partial<Weekly[number]>): void =>
    onWrite(weekly.map((entry, nth) => (nth === at ? { ...entry, ...to } : entry)));
  return (
    <fieldset className="rt-rows">
      <legend>{__("Open", "ringtrail")}</legend>
      {weekly.map((entry, nth) => (
        // Entries have no names; their place in the list is all there is.
        <div key={nth} className="rt-row">
          <select
            aria-label={__("Day", "ringtrail")}
            value={entry.day}
            onChange={(event) => change(nth, { day: Number(event.target.value) })}
          >
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <option key={day} value={day}>
                {dayName(day, locale)}
              </option>
            ))}
          </select>
          {(["from", "to"] as const).map((end) => (
            <input
              key={end}
              type="text"
              size={5}
              aria-label={end === "from" ? __("From", "ringtrail") : __("To", "ringtrail")}
              value={entry[end]}
              onChange={(event) => change(nth, { [end]: event.target.value })}
            />
          ))}
          <Button variant="tertiary" onClick={() => onWrite(weekly.filter((_, other) => other !== nth))}>
            {__("Remove", "ringtrail")}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        className="rt-add"
        onClick={() => onWrite([...weekly, { day: 6, from: "09:00", to: "13:00" }])}
      >
        {__("Add hours", "ringtrail")}
      </Button>
    </fieldset>
  );
}

/** A weekday by its number, 1 Monday. The fifth of January 2026 was one. */
function dayName(day: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2026, 0, 4 + day));
}
