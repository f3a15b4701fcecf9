import type { CallNoteShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type NotesApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { SaveRow } from "../settings/save-row.tsx";
import { leadWords } from "./lead-words.ts";
import { draftNote, leads, readNote, type NoteDraft } from "./note-draft.ts";

/** Lead status, tags and a note of one call. */
export function NoteForm(props: {
  readonly api: NotesApi;
  readonly call: string;
  readonly note: CallNoteShown;
}): ReactNode {
  const { api, call, note } = props;
  const { locale, timeZone } = useHost();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftNote(note));
  const saving = useMutation({
    mutationFn: () => api.writeCallNote(call, readNote(draft)),
    onSuccess: (kept) => queries.setQueryData(["call-note", call], kept),
  });
  const problem = formProblem(saving.error, {
    tags: __("At most 20 tags of 40 characters, apart by commas.", "ringtrail"),
    text: __("At most 5,000 characters.", "ringtrail"),
  });
  const write = (change: Partial<NoteDraft>): void => {
    if (!saving.isPending) saving.reset();
    setDraft({ ...draft, ...change });
  };
  const wrong = (part: "tags" | "text"): string | undefined => (problem?.part === part ? problem.words : undefined);
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <Field label={__("Lead", "ringtrail")}>
        {(attributes) => (
          <select {...attributes} value={draft.lead} onChange={({ target }) => write({ lead: target.value })}>
            <option value="">{__("Not said yet", "ringtrail")}</option>
            {leads.map((lead) => (
              <option key={lead} value={lead}>
                {leadWords(lead)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={__("Tags", "ringtrail")} hint={__("Apart by commas.", "ringtrail")} problem={wrong("tags")}>
        {(attributes) => (
          <input
            {...attributes}
            autoComplete="off"
            value={draft.tags}
            onChange={({ target }) => write({ tags: target.value })}
          />
        )}
      </Field>
      <Field
        label={__("Note", "ringtrail")}
        hint={__("Sealed with the caller, and forgotten with them.", "ringtrail")}
        problem={wrong("text")}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            value={draft.text}
            onChange={({ target }) => write({ text: target.value })}
          />
        )}
      </Field>
      <FormFailure problem={problem} />
      <SaveRow isBusy={saving.isPending} isKept={saving.isSuccess} />
      {note.at === undefined ? null : (
        <p className="rt-faint">
          {
            /* translators: %s: a date and time. */
            sprintf(__("Written on %s.", "ringtrail"), formatDateTime(Date.parse(note.at), locale, timeZone))
          }
        </p>
      )}
    </form>
  );
}
