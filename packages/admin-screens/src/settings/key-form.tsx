import type { CreatedApiKey, Scope } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { SecretOnce } from "../destinations/secret-once.tsx";
import type { AccountApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { ScopeChoice } from "./scope-choice.tsx";
import { settingsKeys } from "./settings-keys.ts";
import { SaveRow } from "../parts/save-row.tsx";

const empty: { readonly name: string; readonly scopes: readonly Scope[]; readonly until: string } = {
  name: "",
  scopes: [],
  until: "",
};

/** Makes an API key. Its secret is shown until somebody says that it is kept. */
export function KeyForm(props: { readonly api: AccountApi; readonly offered: readonly Scope[] }): ReactNode {
  const { api, offered } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(empty);
  const [made, setMade] = useState<CreatedApiKey | undefined>(undefined);
  const making = useMutation({
    mutationFn: () =>
      api.createApiKey({
        name: draft.name.trim(),
        scopes: [...draft.scopes],
        // A key works to the end of the day that was chosen, where it was chosen.
        ...(draft.until === "" ? {} : { expiresAt: new Date(`${draft.until}T23:59:59`).toISOString() }),
      }),
    onSuccess: (key) => {
      setMade(key);
      setDraft(empty);
      void queries.invalidateQueries({ queryKey: settingsKeys.apiKeys });
    },
  });
  const problem = formProblem(making.error, {
    name: __("Write what the key is for, in 100 characters at most.", "ringtrail"),
    scopes: __("Choose at least one thing it may do.", "ringtrail"),
    expiresAt: __("Choose a day that is not over, or none.", "ringtrail"),
  });
  const problemOf = (part: "name" | "scopes" | "expiresAt") => (problem?.part === part ? problem.words : undefined);
  const write = (change: Partial<typeof empty>): void => {
    if (!making.isPending) making.reset();
    setDraft({ ...draft, ...change });
  };
  return (
    <>
      {made === undefined ? null : (
        <SecretOnce
          name={made.name}
          secret={made.secret}
          note={__("Programs send it as Authorization: Bearer rt_… Only its hash is kept here.", "ringtrail")}
          onKept={() => setMade(undefined)}
        />
      )}
      <details className="rt-how">
        <summary>{__("Make an API key", "ringtrail")}</summary>
        <form
          className="rt-form rt-own-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!making.isPending) making.mutate();
          }}
        >
          <div className="rt-wording-pair">
            <Field label={__("What the key is for", "ringtrail")} problem={problemOf("name")}>
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
            <Field
              label={__("Works until", "ringtrail")}
              hint={__("Left empty, until it is revoked.", "ringtrail")}
              problem={problemOf("expiresAt")}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="date"
                  value={draft.until}
                  onChange={(event) => write({ until: event.target.value })}
                />
              )}
            </Field>
          </div>
          <ScopeChoice
            offered={offered}
            chosen={draft.scopes}
            problem={problemOf("scopes")}
            onChoose={(scopes) => write({ scopes })}
          />
          <FormFailure problem={problem} />
          <SaveRow does={__("Make the key", "ringtrail")} isBusy={making.isPending} />
        </form>
      </details>
    </>
  );
}
