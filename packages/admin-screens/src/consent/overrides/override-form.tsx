import type { Means, RecordingPlaces } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import { useNow } from "../../parts/use-now.ts";
import { PlaceOptions } from "../place-options.tsx";
import { AnswerChoice } from "./answer-choice.tsx";
import { emptyOverride, isLooser, overrideOf, type OverrideDraft } from "./override-draft.ts";
import { overrideProblem, type OverridePart } from "./override-problem.ts";
import { SaveRow } from "../../parts/save-row.tsx";

/** Changes the rule of one place. A refusal stands beside its field, and nothing typed is lost. */
export function OverrideForm(props: {
  readonly api: AnnouncementsApi;
  readonly places: RecordingPlaces;
  readonly listKey: readonly string[];
}): ReactNode {
  const { api, places, listKey } = props;
  const queries = useQueryClient();
  const today = new Date(useNow(60_000)).toISOString().slice(0, 10);
  const [written, setWritten] = useState<OverrideDraft | undefined>(undefined);
  const draft = written ?? emptyOverride(today);
  const saving = useMutation({
    mutationFn: (sent: OverrideDraft) => api.keepOverride(overrideOf(sent)),
    onSuccess: () => {
      setWritten(undefined);
      void queries.invalidateQueries({ queryKey: listKey });
      void queries.invalidateQueries({ queryKey: ["recording-places"] });
    },
  });
  const problem = saving.error === null ? undefined : overrideProblem(saving.error);
  const problemOf = (part: OverridePart): string | undefined => (problem?.part === part ? problem.words : undefined);
  const write = (change: Partial<OverrideDraft>): void => {
    if (!saving.isPending && (problem?.part === undefined || problem.part in change)) saving.reset();
    setWritten({ ...draft, ...change });
  };
  const law = places.places.find(({ place }) => place === draft.place);
  const text = (part: "reason" | "author", label: string, hint: string): ReactNode => (
    <Field label={label} hint={hint} problem={problemOf(part)}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          aria-required
          value={draft[part]}
          onChange={(event) => write({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <details className="rt-how">
      <summary>{__("Change a rule", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(draft);
        }}
      >
        <Field label={__("Place whose rule you change", "ringtrail")} problem={problemOf("place")}>
          {(attributes) => (
            <select
              {...attributes}
              aria-required
              value={draft.place}
              onChange={({ target: { value: place } }) => write({ place })}
            >
              <option value="">{__("Choose a place…", "ringtrail")}</option>
              <PlaceOptions places={{ ...places, withoutRule: [] }} />
            </select>
          )}
        </Field>
        <div className="rt-wording-pair">
          <AnswerChoice
            label={__("A telephone call there needs", "ringtrail")}
            means={draft.phone}
            problem={problemOf("phone")}
            onChoose={(phone) => write({ phone })}
          />
          <AnswerChoice
            label={__("A video call there needs", "ringtrail")}
            means={draft.video}
            problem={problemOf("video")}
            onChoose={(video) => write({ video })}
          />
        </div>
        {law === undefined || draft.phone === "" || !looserThanLaw(draft.phone, law) ? null : (
          <Notice status="warning" isDismissible={false}>
            {__(
              "This asks for less than the law as we keep it. Calls would be recorded on your word alone; take advice first.",
              "ringtrail",
            )}
          </Notice>
        )}
        {text(
          "reason",
          __("Why", "ringtrail"),
          __("Shown with every decision it touches, and in its proof.", "ringtrail"),
        )}
        <div className="rt-wording-pair">
          {text("author", __("Who changes the rule", "ringtrail"), __("A person's name.", "ringtrail"))}
          <Field label={__("Day it was decided", "ringtrail")} problem={problemOf("date")}>
            {(attributes) => (
              <input
                {...attributes}
                type="date"
                aria-required
                value={draft.date}
                onChange={(event) => write({ date: event.target.value })}
              />
            )}
          </Field>
        </div>
        {problem === undefined || problem.part !== undefined ? null : (
          <Notice status="error" isDismissible={false}>
            {problem.words}
          </Notice>
        )}
        <SaveRow
          does={__("Change the rule", "ringtrail")}
          isBusy={saving.isPending}
          said={
            saving.isSuccess && written === undefined
              ? __("Changed. The next call is judged by it.", "ringtrail")
              : undefined
          }
        />
      </form>
    </details>
  );
}

/** A rule that was changed already does not say what the law asks for; the server's list does. */
function looserThanLaw(phone: Means, law: RecordingPlaces["places"][number]): boolean {
  return law.override === undefined && isLooser(phone, law.law);
}
