import type { RecordingPlaces } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Field } from "../../parts/field.tsx";
import { PlaceOptions } from "../place-options.tsx";
import { placeProblem, type PlaceDraft } from "./place-problem.ts";
import { SaveRow } from "../../parts/save-row.tsx";

const empty = { phone: "", kind: "declared", place: "", basis: "" } as const satisfies PlaceDraft;

/** Declares a place of a caller. A refusal stands beside its field, and nothing typed is lost. */
export function CallerPlaceForm(props: {
  readonly places: RecordingPlaces;
  readonly listKey: readonly string[];
  readonly onDeclare: (draft: PlaceDraft) => Promise<unknown>;
  readonly asksPhone: boolean;
}): ReactNode {
  const { places, listKey, onDeclare, asksPhone } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState<PlaceDraft>(empty);
  const declaring = useMutation({
    mutationFn: (sent: PlaceDraft) => onDeclare({ ...sent, phone: sent.phone?.replaceAll(/[\s().-]/g, "") }),
    onSuccess: () => {
      setDraft(empty);
      void queries.invalidateQueries({ queryKey: listKey });
    },
  });
  const problem = declaring.error === null ? undefined : placeProblem(declaring.error);
  const problemOf = (part: keyof PlaceDraft): string | undefined =>
    problem?.part === part ? problem.words : undefined;
  const write = (change: Partial<PlaceDraft>): void => {
    if (!declaring.isPending && (problem?.part === undefined || problem.part in change)) declaring.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        declaring.mutate(draft);
      }}
    >
      {asksPhone ? (
        <Field
          label={__("Number whose place you know", "ringtrail")}
          hint={__("With country code, such as +1 415 555 0123. It is kept sealed.", "ringtrail")}
          problem={problemOf("phone")}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="tel"
              autoComplete="off"
              aria-required
              value={draft.phone}
              onChange={(event) => write({ phone: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <div className="rt-wording-pair">
        <Field
          label={__("What you know", "ringtrail")}
          hint={__(
            "Only where the caller is can make a call need less; a billing address can make it need more.",
            "ringtrail",
          )}
          problem={problemOf("kind")}
        >
          {(attributes) => (
            <select
              {...attributes}
              value={draft.kind}
              onChange={({ target: { value } }) => write({ kind: value === "billing" ? "billing" : "declared" })}
            >
              <option value="declared">{__("Where the caller is", "ringtrail")}</option>
              <option value="billing">{__("Where the bills go", "ringtrail")}</option>
            </select>
          )}
        </Field>
        <Field label={__("Place of the caller", "ringtrail")} problem={problemOf("place")}>
          {(attributes) => (
            <select
              {...attributes}
              aria-required
              value={draft.place}
              onChange={({ target: { value: place } }) => write({ place })}
            >
              <option value="">{__("Choose a place…", "ringtrail")}</option>
              <PlaceOptions places={places} />
            </select>
          )}
        </Field>
      </div>
      <Field
        label={__("How it is known", "ringtrail")}
        hint={__("For example: the address of a contract.", "ringtrail")}
        problem={problemOf("basis")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            aria-required
            value={draft.basis}
            onChange={(event) => write({ basis: event.target.value })}
          />
        )}
      </Field>
      {problem === undefined || problem.part !== undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {problem.words}
        </Notice>
      )}
      <SaveRow
        does={__("Declare", "ringtrail")}
        isBusy={declaring.isPending}
        isSecondary
        said={declaring.isSuccess ? __("Declared. The caller's next call is judged by it.", "ringtrail") : undefined}
      />
    </form>
  );
}
