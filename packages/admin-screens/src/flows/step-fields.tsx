import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { FlowStep } from "./flow-steps.ts";
import { HoursFields } from "./hours-fields.tsx";
import { MenuFields } from "./menu-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { RingFields } from "./ring-fields.tsx";
import { SpokenWords } from "./spoken-words.tsx";
import type { StepGround } from "./step-ground.ts";
import { WayChoice } from "./way-choice.tsx";

/** The fields of one step, by its kind. */
export function StepFields(props: {
  readonly ground: StepGround;
  readonly step: FlowStep;
  /** The language of new words. */
  readonly language: string;
  readonly onWrite: (step: FlowStep) => void;
}): ReactNode {
  const { ground, step, language, onWrite } = props;
  switch (step.kind) {
    case "hours":
      return <HoursFields ground={ground} step={step} onWrite={onWrite} />;
    case "menu":
      return <MenuFields ground={ground} step={step} onWrite={onWrite} />;
    case "ring":
      return <RingFields ground={ground} step={step} onWrite={onWrite} />;
    case "place":
      return <PlaceFields ground={ground} step={step} onWrite={onWrite} />;
    case "greeting":
      return (
        <>
          <SpokenWords ground={ground} words={step.words} onWrite={(words) => onWrite({ ...step, words })} />
          <WayChoice
            ground={ground}
            field="next"
            next={step.next}
            onChoose={(next) => onWrite({ ...step, next: next ?? step.next })}
          />
        </>
      );
    case "text":
      return (
        <>
          <Field label={__("The text", "ringtrail")} problem={ground.problemOf("text")}>
            {(attributes) => (
              <textarea
                {...attributes}
                rows={2}
                value={step.text}
                onChange={(event) => onWrite({ ...step, text: event.target.value })}
              />
            )}
          </Field>
          <WayChoice
            ground={ground}
            field="next"
            next={step.next}
            onChoose={(next) => onWrite({ ...step, next: next ?? step.next })}
          />
        </>
      );
    case "challenge":
      return (
        <>
          <SpokenWords ground={ground} words={step.words} onWrite={(words) => onWrite({ ...step, words })} />
          <Field label={__("The key", "ringtrail")} problem={ground.problemOf("key")}>
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                size={2}
                value={step.key}
                onChange={(event) => onWrite({ ...step, key: event.target.value.trim() })}
              />
            )}
          </Field>
          <div className="rt-wording-pair">
            {(["passed", "failed"] as const).map((field) => (
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
    case "message":
      return (
        <>
          <SpokenWords ground={ground} words={step.words} onWrite={(words) => onWrite({ ...step, words })} />
          <NumberField
            label={__("At most, seconds", "ringtrail")}
            value={step.mostSeconds}
            problem={ground.problemOf("mostSeconds")}
            onWrite={(mostSeconds) => onWrite({ ...step, mostSeconds })}
          />
        </>
      );
    case "goodbye":
      return (
        <SpokenWords
          ground={ground}
          words={step.words ?? { text: "", language }}
          onWrite={(words) =>
            onWrite({ kind: "goodbye", words: words.text === "" && words.sound === undefined ? undefined : words })
          }
        />
      );
  }
}
