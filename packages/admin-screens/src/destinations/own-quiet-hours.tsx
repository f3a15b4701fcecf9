import type { QuietHours } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { zoneHere } from "./zone-here.ts";
import { SaveRow } from "../parts/save-row.tsx";

const quietKey = ["quiet-hours"] as const;

/** When whoever is signed in wants no mail, whichever destination leads to their address. */
export function OwnQuietHours(props: { readonly api: DestinationsApi }): ReactNode {
  const { api } = props;
  const own = useQuery({ queryKey: quietKey, queryFn: () => api.quietHours() });
  return (
    <Card title={__("Your own quiet hours", "ringtrail")}>
      <Loaded query={own}>
        {({ mailbox, quiet }) => (
          <>
            <p className="rt-soft">
              {
                /* translators: %s: a mail address. */
                sprintf(
                  __(
                    "No mail is sent to %s meanwhile, whichever destination leads there. It is told when they end.",
                    "ringtrail",
                  ),
                  mailbox,
                )
              }
            </p>
            <QuietForm api={api} kept={quiet} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

/** Begins with what is kept. An answer that arrives later changes nothing that somebody writes. */
function QuietForm(props: { readonly api: DestinationsApi; readonly kept: QuietHours | undefined }): ReactNode {
  const { api, kept } = props;
  const [draft, setDraft] = useState(kept ?? { from: "", to: "", timeZone: zoneHere() });
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: async (sent: QuietHours): Promise<void> => {
      // Both ends empty: at any time.
      if (sent.from === "" && sent.to === "") await api.removeQuietHours();
      else await api.setQuietHours(sent);
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: quietKey }),
  });
  const problem = formProblem(saving.error, {
    from: __("Write when it begins, or neither.", "ringtrail"),
    to: __("Write when it ends, or neither.", "ringtrail"),
    timeZone: __("Write a time zone as IANA names it, such as America/New_York.", "ringtrail"),
  });
  const field = (part: keyof QuietHours, label: string, type: "time" | "text"): ReactNode => (
    <Field label={label} problem={problem?.part === part ? problem.words : undefined}>
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          value={draft[part]}
          onChange={({ target: { value } }) => {
            saving.reset();
            setDraft({ ...draft, [part]: value });
          }}
        />
      )}
    </Field>
  );
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
        {field("from", __("No mail from", "ringtrail"), "time")}
        {field("to", __("No mail until", "ringtrail"), "time")}
        {field("timeZone", __("Your time zone", "ringtrail"), "text")}
      </div>
      <FormFailure problem={problem} />
      <SaveRow
        does={__("Save your quiet hours", "ringtrail")}
        isBusy={saving.isPending}
        isSecondary
        said={saving.isSuccess ? __("Saved.", "ringtrail") : undefined}
      />
    </form>
  );
}
