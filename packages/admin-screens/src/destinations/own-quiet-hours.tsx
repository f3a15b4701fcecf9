import type { QuietHours } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
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
  const field = (part: keyof QuietHours, label: string, type: "time" | "text"): ReactNode => (
    <Field label={label}>
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
      {saving.error === null ? null : (
        <Notice status="error" isDismissible={false}>
          {problemIn(saving.error) === undefined
            ? __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail")
            : __("Write when it begins and when it ends, or neither, and a time zone as IANA names it.", "ringtrail")}
        </Notice>
      )}
      <SaveRow
        does={__("Save your quiet hours", "ringtrail")}
        isBusy={saving.isPending}
        isSecondary
        said={saving.isSuccess ? __("Saved.", "ringtrail") : undefined}
      />
    </form>
  );
}
