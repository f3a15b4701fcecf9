import type { KeptCallFlow } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { FlowsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { AddStep } from "./add-step.tsx";
import { addStep, firstSteps, removeStep } from "./change-steps.ts";
import { drawFlow } from "./draw-flow.ts";
import type { FlowDraft } from "./flow-draft.ts";
import { stepsInOrder, type FlowSteps } from "./flow-steps.ts";
import { NumberField } from "./number-field.tsx";
import { StepCard } from "./step-card.tsx";

interface FormProps {
  readonly api: FlowsApi;
  readonly draft: FlowDraft;
  readonly language: string;
  readonly cannot: KeptCallFlow["cannot"];
  readonly problemOf: (path: string) => string | undefined;
  readonly onWrite: (change: Partial<FlowDraft>) => void;
}

/** Everything of a flow but its announcements, from the business's phone to the last step. */
export function FlowForm(props: FormProps): ReactNode {
  const { draft, problemOf, onWrite } = props;
  return (
    <>
      <Card title={__("The business", "ringtrail")}>
        <div className="rt-form">
          <div className="rt-wording-pair">
            <Field
              label={__("Business phone", "ringtrail")}
              hint={__("It also rings when everything else fails.", "ringtrail")}
              problem={problemOf("destination")}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="tel"
                  value={draft.destination}
                  onChange={(event) => onWrite({ destination: event.target.value })}
                />
              )}
            </Field>
            <NumberField
              label={__("Rings, seconds", "ringtrail")}
              value={draft.ringSeconds}
              problem={problemOf("ringSeconds")}
              onWrite={(ringSeconds) => onWrite({ ringSeconds })}
            />
          </div>
          <div className="rt-wording-pair">
            {(["blocked", "allowed"] as const).map((list) => (
              <Field key={list} label={listWords(list)} hint={listHint(list)} problem={problemOf(list)}>
                {(attributes) => (
                  <textarea
                    {...attributes}
                    rows={2}
                    value={draft[list]}
                    onChange={(event) => onWrite({ [list]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </div>
      </Card>
      <Card title={__("Steps", "ringtrail")}>
        {draft.steps === undefined ? (
          <div className="rt-form">
            <p className="rt-soft">{__("Calls ring at the business at once. Steps come before that.", "ringtrail")}</p>
            <Button
              variant="secondary"
              className="rt-add"
              onClick={() => onWrite({ steps: firstSteps(draft.destination, draft.ringSeconds) })}
              __next40pxDefaultSize
            >
              {__("Use steps", "ringtrail")}
            </Button>
          </div>
        ) : (
          <StepList {...props} steps={draft.steps} />
        )}
      </Card>
    </>
  );
}

function StepList(props: FormProps & { readonly steps: FlowSteps }): ReactNode {
  const { api, draft, language, cannot, problemOf, onWrite, steps } = props;
  const order = stepsInOrder(steps);
  const unreached = new Set(drawFlow(steps).boxes.flatMap(({ name, isUnreached }) => (isUnreached ? [name] : [])));
  return (
    <div className="rt-steps">
      {order.map((name, nth) => {
        const step = steps.all[name];
        return step === undefined ? null : (
          <StepCard
            key={name}
            name={name}
            number={nth + 1}
            step={step}
            language={language}
            ground={{ api, steps, order, problemOf: (path) => problemOf(`steps.all.${name}${path && `.${path}`}`) }}
            isUnreached={unreached.has(name)}
            cannot={cannot.filter((one) => one.step === name).map(({ words }) => words)}
            onWrite={(now) => onWrite({ steps: { ...steps, all: { ...steps.all, [name]: now } } })}
            onRemove={() => onWrite({ steps: removeStep(steps, name) })}
          />
        );
      })}
      <AddStep
        onAdd={(kind) => onWrite({ steps: addStep(steps, { kind, destination: draft.destination, language }) })}
      />
    </div>
  );
}

function listWords(list: "blocked" | "allowed"): string {
  return list === "blocked" ? __("Callers turned away", "ringtrail") : __("Callers you vouch for", "ringtrail");
}

function listHint(list: "blocked" | "allowed"): string {
  return list === "blocked"
    ? __("A number a line.", "ringtrail")
    : __("Never flagged as spam and never asked for a key.", "ringtrail");
}
