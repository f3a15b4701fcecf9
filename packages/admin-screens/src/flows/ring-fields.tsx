import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { FlowStep } from "./flow-steps.ts";
import { NumberField } from "./number-field.tsx";
import type { StepGround } from "./step-ground.ts";
import { WayChoice } from "./way-choice.tsx";

type RingStep = Extract<FlowStep, { kind: "ring" }>;

/** Which phones ring, and how. */
export function RingFields(props: {
  readonly ground: StepGround;
  readonly step: RingStep;
  readonly onWrite: (step: RingStep) => void;
}): ReactNode {
  const { ground, step, onWrite } = props;
  const { phones, how } = step;
  const change = (at: number, to: Partial<RingStep["phones"][number]>): void =>
    onWrite({ ...step, phones: phones.map((one, nth) => (nth === at ? { ...one, ...to } : one)) });
  return (
    <>
      {phones.map(({ phone, weight }, nth) => (
        // Phones have no names while they are typed; their place in the list is all there is.
        <div key={nth} className="rt-row">
          <Field
            /* translators: %d: a number that counts. */
            label={sprintf(__("Phone %d", "ringtrail"), nth + 1)}
            problem={ground.problemOf(`phones.${nth}.phone`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                type="tel"
                value={phone}
                onChange={(event) => change(nth, { phone: event.target.value })}
              />
            )}
          </Field>
          {how === "weighted" ? (
            <NumberField
              label={__("Weight", "ringtrail")}
              value={weight ?? 1}
              problem={ground.problemOf(`phones.${nth}.weight`)}
              onWrite={(given) => change(nth, { weight: given })}
            />
          ) : null}
          {phones.length === 1 ? null : (
            <Button
              variant="tertiary"
              onClick={() => onWrite({ ...step, phones: phones.filter((_, other) => other !== nth) })}
            >
              {__("Remove", "ringtrail")}
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="secondary"
        className="rt-add"
        onClick={() => onWrite({ ...step, phones: [...phones, { phone: "" }] })}
      >
        {__("Add a phone", "ringtrail")}
      </Button>
      <div className="rt-wording-pair">
        <Field label={__("Several phones ring", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={how}
              onChange={(event) => onWrite({ ...step, how: event.target.value as RingStep["how"] })}
            >
              <option value="together">{__("all at once", "ringtrail")}</option>
              <option value="in_turn">{__("one after another", "ringtrail")}</option>
              <option value="weighted">{__("one by its share of the calls, then the others", "ringtrail")}</option>
            </select>
          )}
        </Field>
        <NumberField
          label={__("Each rings, seconds", "ringtrail")}
          value={step.ringSeconds}
          problem={ground.problemOf("ringSeconds")}
          onWrite={(ringSeconds) => onWrite({ ...step, ringSeconds })}
        />
      </div>
      <div className="rt-ticks">
        <label>
          <input
            type="checkbox"
            checked={step.sayWhere === true}
            onChange={(event) => onWrite({ ...step, sayWhere: event.target.checked || undefined })}
          />
          <span>{__("Whoever answers hears the source and the keyword of the call", "ringtrail")}</span>
        </label>
      </div>
      <WayChoice
        ground={ground}
        field="unanswered"
        next={step.unanswered}
        mayEnd
        onChoose={(unanswered) => onWrite({ ...step, unanswered })}
      />
    </>
  );
}
