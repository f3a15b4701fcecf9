import type { CreatedInvitation, RoleShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { SecretOnce } from "../destinations/secret-once.tsx";
import type { AccountApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { RoleChoice } from "./role-choice.tsx";
import { settingsKeys } from "./settings-keys.ts";
import { SaveRow } from "../parts/save-row.tsx";

/** Asks somebody to join. The link is mailed where the server can, and else shown this once. */
export function InviteForm(props: { readonly api: AccountApi; readonly mayMakeOwners: boolean }): ReactNode {
  const { api, mayMakeOwners } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ email: string; role: RoleShown }>({ email: "", role: "analyst" });
  const [made, setMade] = useState<CreatedInvitation | undefined>(undefined);
  const inviting = useMutation({
    mutationFn: () => api.invite({ ...draft, email: draft.email.trim() }),
    onSuccess: (invitation) => {
      setMade(invitation);
      setDraft({ email: "", role: "analyst" });
      void queries.invalidateQueries({ queryKey: settingsKeys.people });
    },
  });
  const problem = formProblem(inviting.error, {
    email: __("Write one mail address, such as ann@example.com.", "ringtrail"),
    role: __("Choose a role.", "ringtrail"),
  });
  const write = (change: Partial<typeof draft>): void => {
    if (!inviting.isPending) inviting.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <>
      {made === undefined ? null : made.url === undefined ? (
        <Notice status="success" onRemove={() => setMade(undefined)}>
          {
            // translators: %s: a mail address.
            sprintf(__("A link was mailed to %s. It works once and for a week.", "ringtrail"), made.email)
          }
        </Notice>
      ) : (
        <SecretOnce
          // translators: %s: a mail address.
          label={sprintf(__("The link for %s, shown this once", "ringtrail"), made.email)}
          secret={made.url}
          note={__("It could not be mailed: give it to them yourself. It works once and for a week.", "ringtrail")}
          onKept={() => setMade(undefined)}
        />
      )}
      <details className="rt-how">
        <summary>{__("Invite somebody", "ringtrail")}</summary>
        <form
          className="rt-form rt-own-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!inviting.isPending) inviting.mutate();
          }}
        >
          <div className="rt-wording-pair">
            <Field
              label={__("Their mail address", "ringtrail")}
              problem={problem?.part === "email" ? problem.words : undefined}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="email"
                  aria-required
                  autoComplete="off"
                  value={draft.email}
                  onChange={(event) => write({ email: event.target.value })}
                />
              )}
            </Field>
            <RoleChoice
              label={__("What they may do", "ringtrail")}
              role={draft.role}
              mayMakeOwners={mayMakeOwners}
              problem={problem?.part === "role" ? problem.words : undefined}
              onChoose={(role) => write({ role })}
            />
          </div>
          <FormFailure problem={problem} />
          <SaveRow does={__("Invite", "ringtrail")} isBusy={inviting.isPending} />
        </form>
      </details>
    </>
  );
}
