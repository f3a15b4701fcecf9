import type { RecordingPlaces } from "@ringtrail/api-contract";
import { Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { ProblemShown } from "../../frame/problem-in.ts";
import { Field } from "../../parts/field.tsx";
import { PlaceOptions } from "../place-options.tsx";
import { fieldOf, type CallThought } from "./call-thought.ts";
import { Circumstances } from "./circumstances.tsx";

/** What is known of the call. Nothing has to be filled in: what is not known is treated as strict. */
export function AskForm(props: {
  readonly places: RecordingPlaces;
  readonly thought: CallThought;
  readonly problem: ProblemShown | undefined;
  readonly onThink: (thought: CallThought) => void;
  readonly onNumberWritten: () => void;
}): ReactNode {
  const { places, thought, problem, onThink, onNumberWritten } = props;
  const wrong = fieldOf(problem?.field);
  const said = problem === undefined ? undefined : `${problem.title} ${problem.fix ?? ""}`.trim();
  const problemOf = (field: keyof CallThought): string | undefined => (wrong === field ? said : undefined);
  const placeField = (field: "declared" | "agent" | "recorder", label: string, hint?: string): ReactNode => (
    <Field label={label} hint={hint} problem={problemOf(field)}>
      {(attributes) => (
        <select
          {...attributes}
          value={thought[field]}
          onChange={(event) => onThink({ ...thought, [field]: event.target.value })}
        >
          <option value="">{__("Not known", "ringtrail")}</option>
          <PlaceOptions places={places} />
        </select>
      )}
    </Field>
  );
  return (
    <form
      className="rt-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNumberWritten();
      }}
    >
      {problem === undefined || wrong !== undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {said}
        </Notice>
      )}
      <Field
        label={__("Caller's number", "ringtrail")}
        hint={__("With country code; empty when withheld. A hint of place, never a proof.", "ringtrail")}
        problem={problemOf("number")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            maxLength={32}
            placeholder="+1 415 555 0123"
            value={thought.number}
            onChange={(event) => onThink({ ...thought, number: event.target.value })}
            onBlur={onNumberWritten}
          />
        )}
      </Field>
      {placeField(
        "declared",
        __("Where the caller says they are", "ringtrail"),
        __("Stated or verified: the only evidence that can earn silence.", "ringtrail"),
      )}
      {placeField("agent", __("Where the person answering sits", "ringtrail"))}
      <Circumstances thought={thought} problemOf={problemOf} onThink={onThink}>
        {placeField("recorder", __("Where the recorder stands", "ringtrail"))}
      </Circumstances>
    </form>
  );
}
