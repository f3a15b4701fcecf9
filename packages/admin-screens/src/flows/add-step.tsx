import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { stepWords } from "../words/step-words.ts";
import type { StepKind } from "./flow-steps.ts";

const kinds = ["greeting", "hours", "menu", "place", "challenge", "ring", "text", "message", "goodbye"] as const;

/** Chooses the kind of a new step. */
export function AddStep(props: { readonly onAdd: (kind: StepKind) => void }): ReactNode {
  const [kind, setKind] = useState<StepKind>("greeting");
  return (
    <div className="rt-row">
      <Field label={__("A new step", "ringtrail")}>
        {(attributes) => (
          <select {...attributes} value={kind} onChange={(event) => setKind(event.target.value as StepKind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {stepWords(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button variant="secondary" onClick={() => props.onAdd(kind)} __next40pxDefaultSize>
        {__("Add step", "ringtrail")}
      </Button>
    </div>
  );
}
