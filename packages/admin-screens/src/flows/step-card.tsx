import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { Pill } from "../parts/pill.tsx";
import type { FlowStep } from "./flow-steps.ts";
import { StepFields } from "./step-fields.tsx";
import type { StepGround } from "./step-ground.ts";
import { stepHint, stepTitle } from "../words/step-words.ts";

/** One step of the form: what it is, what its carriers cannot do of it, and its fields. */
export function StepCard(props: {
  readonly name: string;
  readonly number: number;
  readonly step: FlowStep;
  readonly ground: StepGround;
  readonly language: string;
  readonly isUnreached: boolean;
  /** What carriers cannot do of this step, said by the server. */
  readonly cannot: readonly string[];
  readonly onWrite: (step: FlowStep) => void;
  /** Undefined where it is the only step. */
  readonly onRemove: (() => void) | undefined;
}): ReactNode {
  const { name, number, step, ground, isUnreached, cannot, onRemove } = props;
  const id = useId();
  const problem = ground.problemOf("");
  return (
    <section
      className="rt-step"
      aria-labelledby={id}
      data-step={name}
      data-wrong={problem === undefined ? undefined : ""}
    >
      <div className="rt-step-head">
        <h3 id={id}>{stepTitle(number, step.kind)}</h3>
        {isUnreached ? <Pill tone="busy">{__("Nobody gets here yet", "ringtrail")}</Pill> : null}
        {onRemove === undefined ? null : (
          <Button variant="tertiary" onClick={onRemove}>
            {__("Remove step", "ringtrail")}
          </Button>
        )}
      </div>
      <p className="rt-soft">{stepHint(step.kind)}</p>
      {problem === undefined ? null : (
        <p role="alert" className="rt-field-said">
          {problem}
        </p>
      )}
      <CannotList cannot={cannot} />
      <StepFields ground={ground} step={step} language={props.language} onWrite={props.onWrite} />
    </section>
  );
}

/** What carriers cannot do, before anybody calls. */
export function CannotList(props: { readonly cannot: readonly string[] }): ReactNode {
  if (props.cannot.length === 0) return null;
  return (
    <ul className="rt-cannot" aria-label={__("What your carrier cannot do here", "ringtrail")}>
      {props.cannot.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
