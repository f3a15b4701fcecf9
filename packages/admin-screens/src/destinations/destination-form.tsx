import { wholeList } from "@ringtrail/api-contract";
import { Notice } from "@wordpress/components";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { AddressFields } from "./address-fields.tsx";
import { usualEvents, type DestinationDraft } from "./destination-draft.ts";
import { destinationProblem, type DestinationPart } from "./destination-problem.ts";
import { EventChoice } from "./event-choice.tsx";
import { kindWords } from "./kind-words.ts";
import { SaveRow } from "../parts/save-row.tsx";

/** What the form asks of whoever saves it. */
interface Saving {
  readonly mutate: (draft: DestinationDraft) => void;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Writes a destination. A refusal stands beside its field, and nothing typed is lost. */
export function DestinationForm(props: {
  readonly api: DestinationsApi;
  readonly before: DestinationDraft;
  readonly isNew?: boolean;
  readonly saving: Saving;
  readonly saveWords: string;
}): ReactNode {
  const { api, before, isNew = false, saving, saveWords } = props;
  const [draft, setDraft] = useState(before);
  const sites =
    useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) }).data?.sites ?? [];
  const problem = saving.error === null ? undefined : destinationProblem(saving.error);
  const problemOf = (part: DestinationPart): string | undefined => (problem?.part === part ? problem.words : undefined);
  const write = (change: Partial<DestinationDraft>): void => {
    if (!saving.isPending && (problem?.part === undefined || problem.part in change)) saving.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate(draft);
      }}
    >
      <div className="rt-wording-pair">
        {isNew ? (
          <Field label={__("What it is", "ringtrail")}>
            {(attributes) => (
              <select
                {...attributes}
                value={draft.kind}
                onChange={({ target: { value } }) => {
                  const kind = value === "email" || value === "slack" ? value : "webhook";
                  // What nobody has touched is what that kind usually wants.
                  const isUsual = draft.facts.join() === usualEvents(draft.kind).join();
                  write({ kind, ...(isUsual ? { facts: usualEvents(kind) } : {}) });
                }}
              >
                {(["webhook", "email", "slack"] as const).map((kind) => (
                  <option key={kind} value={kind}>
                    {kindWords(kind)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label={__("Name of the destination", "ringtrail")} problem={problemOf("name")}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              aria-required
              autoComplete="off"
              value={draft.name}
              onChange={(event) => write({ name: event.target.value })}
            />
          )}
        </Field>
        {sites.length < 2 ? null : (
          <Field label={__("Whose events", "ringtrail")} problem={problemOf("site")}>
            {(attributes) => (
              <select {...attributes} value={draft.site} onChange={(event) => write({ site: event.target.value })}>
                <option value="">{__("Every site's", "ringtrail")}</option>
                {sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <AddressFields draft={draft} isNew={isNew} problemOf={problemOf} onWrite={write} />
      <EventChoice draft={draft} problem={problemOf("facts")} onChoose={(facts) => write({ facts })} />
      {problem === undefined || problem.part !== undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {problem.words}
        </Notice>
      )}
      <SaveRow does={saveWords} isBusy={saving.isPending} />
    </form>
  );
}
