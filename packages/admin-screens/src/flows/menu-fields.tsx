import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { FlowStep } from "./flow-steps.ts";
import { NumberField } from "./number-field.tsx";
import { SpokenWords } from "./spoken-words.tsx";
import type { StepGround } from "./step-ground.ts";
import { WayChoice } from "./way-choice.tsx";

type MenuStep = Extract<FlowStep, { kind: "menu" }>;

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"];

/** What a menu says, and where each key leads. */
export function MenuFields(props: {
  readonly ground: StepGround;
  readonly step: MenuStep;
  readonly onWrite: (step: MenuStep) => void;
}): ReactNode {
  const { ground, step, onWrite } = props;
  const { choices, otherwise } = step;
  const unused = keys.find((key) => !Object.hasOwn(choices, key));
  const without = (gone: string): MenuStep["choices"] =>
    Object.fromEntries(Object.entries(choices).filter(([key]) => key !== gone));
  return (
    <>
      <SpokenWords ground={ground} words={step.words} onWrite={(words) => onWrite({ ...step, words })} />
      <NumberField
        label={__("Waits for a key, seconds", "ringtrail")}
        value={step.timeoutSeconds}
        problem={ground.problemOf("timeoutSeconds")}
        onWrite={(timeoutSeconds) => onWrite({ ...step, timeoutSeconds })}
      />
      {Object.entries(choices).map(([key, next]) => (
        <div key={key} className="rt-row">
          <WayChoice
            ground={ground}
            field={`choices.${key}`}
            next={next}
            onChoose={(to) => onWrite({ ...step, choices: { ...choices, [key]: to ?? next } })}
          />
          <Button variant="tertiary" onClick={() => onWrite({ ...step, choices: without(key) })}>
            {__("Remove", "ringtrail")}
          </Button>
        </div>
      ))}
      {unused === undefined ? null : (
        <Button
          variant="secondary"
          className="rt-add"
          onClick={() => onWrite({ ...step, choices: { ...choices, [unused]: otherwise } })}
        >
          {__("Add a key", "ringtrail")}
        </Button>
      )}
      <WayChoice
        ground={ground}
        field="otherwise"
        next={otherwise}
        onChoose={(next) => onWrite({ ...step, otherwise: next ?? otherwise })}
      />
    </>
  );
}
