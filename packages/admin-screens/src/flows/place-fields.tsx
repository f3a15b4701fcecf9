import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { FlowStep } from "./flow-steps.ts";
import type { StepGround } from "./step-ground.ts";
import { WayChoice } from "./way-choice.tsx";

type PlaceStep = Extract<FlowStep, { kind: "place" }>;

/** Where callers go by the place their number was first assigned in. */
export function PlaceFields(props: {
  readonly ground: StepGround;
  readonly step: PlaceStep;
  readonly onWrite: (step: PlaceStep) => void;
}): ReactNode {
  const { ground, step, onWrite } = props;
  const { routes, otherwise } = step;
  const change = (at: number, to: Partial<PlaceStep["routes"][number]>): void =>
    onWrite({ ...step, routes: routes.map((route, nth) => (nth === at ? { ...route, ...to } : route)) });
  return (
    <>
      {routes.map(({ places, next }, nth) => (
        // Routes have no names; the first that fits counts, so their place in the list is what they are.
        <div key={nth} className="rt-row">
          <Field
            label={__("From", "ringtrail")}
            hint={__("States or countries: US-CA, US-NV.", "ringtrail")}
            problem={ground.problemOf(`routes.${nth}.places`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                value={places.join(", ")}
                onChange={(event) => change(nth, { places: placesIn(event.target.value) })}
              />
            )}
          </Field>
          <WayChoice
            ground={ground}
            field={`routes.${nth}.next`}
            next={next}
            onChoose={(to) => change(nth, { next: to ?? next })}
          />
          <Button
            variant="tertiary"
            onClick={() => onWrite({ ...step, routes: routes.filter((_, other) => other !== nth) })}
          >
            {__("Remove", "ringtrail")}
          </Button>
        </div>
      ))}
      <Button
        variant="secondary"
        className="rt-add"
        onClick={() => onWrite({ ...step, routes: [...routes, { places: [], next: otherwise }] })}
      >
        {__("Add places", "ringtrail")}
      </Button>
      <WayChoice
        ground={ground}
        field="otherwise"
        next={otherwise}
        onChoose={(next) => onWrite({ ...step, otherwise: next ?? otherwise })}
      />
    </>
  );
}

/** Places as they are typed, between commas; what is typed after the last comma stays as it is. */
function placesIn(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim().toUpperCase());
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}
