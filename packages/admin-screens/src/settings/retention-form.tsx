import type { RetentionShown, RetentionWanted } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { readNumberEntry, writeNumberEntry } from "./number-entry.ts";
import { NumberField } from "./number-field.tsx";
import { SaveRow } from "./save-row.tsx";
import { settingsKeys } from "./settings-keys.ts";

const kinds = ["visitDays", "callerDays", "recordingDays"] as const;
type Kind = (typeof kinds)[number];
const [least, most] = [1, 3650];

/** Days each kind of thing is kept; an empty field leaves it to what is usual. */
export function RetentionForm(props: {
  readonly api: AccountApi;
  readonly shown: RetentionShown;
  readonly mayChange: boolean;
}): ReactNode {
  const { api, shown, mayChange } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Readonly<Record<Kind, string>>>({
    visitDays: writeNumberEntry(shown.wanted.visitDays),
    callerDays: writeNumberEntry(shown.wanted.callerDays),
    recordingDays: writeNumberEntry(shown.wanted.recordingDays),
  });
  const saving = useMutation({
    mutationFn: (wanted: RetentionWanted) => api.setRetention(wanted),
    onSuccess: (kept) => queries.setQueryData(settingsKeys.retention, kept),
  });
  const entries = kinds.map((kind) => [kind, readNumberEntry(draft[kind], least, most)] as const);
  const isWrong = entries.some(([, entry]) => entry === "wrong");
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong || saving.isPending) return;
        saving.mutate(Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as RetentionWanted);
      }}
    >
      <div className="rt-three">
        {kinds.map((kind) => (
          <NumberField
            key={kind}
            label={kindWords(kind)}
            hint={
              /* translators: %d: a number of days. */
              sprintf(__("Days. Now: %d.", "ringtrail"), shown.counts[kind])
            }
            least={least}
            most={most}
            disabled={!mayChange}
            value={draft[kind]}
            onWrite={(value) => {
              if (!saving.isPending) saving.reset();
              setDraft({ ...draft, [kind]: value });
            }}
          />
        ))}
      </div>
      <p className="rt-faint">
        {__("Proofs of consent and the audit log are never shortened; forgotten calls stay as figures.", "ringtrail")}
      </p>
      <FormFailure problem={formProblem(saving.error, {})} />
      {mayChange ? <SaveRow isBusy={saving.isPending} isKept={saving.isSuccess} /> : null}
    </form>
  );
}

function kindWords(kind: Kind): string {
  switch (kind) {
    case "visitDays":
      return __("Visits and their pages", "ringtrail");
    case "callerDays":
      return __("Callers’ numbers and names", "ringtrail");
    case "recordingDays":
      return __("Recordings", "ringtrail");
  }
}
