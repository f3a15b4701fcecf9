import { type SessionShown, wholeList } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Pill } from "../parts/pill.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { roleWords } from "./role-words.ts";
import { settingsKeys } from "./settings-keys.ts";
import { SaveRow } from "../parts/save-row.tsx";

/** The accounts of the person at the screen: which one is looked at, and a further one for a client. */
export function AccountsCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const { startOver } = useHost();
  const accounts = useQuery({
    queryKey: settingsKeys.accounts,
    queryFn: () => wholeList((page) => api.accounts(page)),
  });
  // Everything on every screen is of the account before: the host begins anew.
  const choosing = useMutation({ mutationFn: (id: string) => api.chooseAccount(id), onSuccess: () => startOver?.() });
  const problem = formProblem(choosing.error, {});
  return (
    <Card title={__("Accounts", "ringtrail")} aside={who.account.name}>
      <Loaded query={accounts}>
        {(shown) => (
          <ul className="rt-overrides">
            {shown.accounts.map(({ id, name, role, isActive }) => (
              <li key={id} className="rt-change">
                <div>
                  <strong className="rt-break">{name}</strong>
                  {isActive ? <Pill tone="calm">{__("You look at it now", "ringtrail")}</Pill> : null}
                </div>
                <div>
                  <p className="rt-soft">
                    {
                      /* translators: %s: a role, such as Owner. */
                      sprintf(__("Your role: %s.", "ringtrail"), roleWords(role).name)
                    }
                  </p>
                  {isActive || startOver === undefined ? null : (
                    <div className="rt-ways">
                      <Button
                        variant="link"
                        isBusy={choosing.isPending && choosing.variables === id}
                        // translators: %s: the name of an account.
                        aria-label={sprintf(__("Look at %s", "ringtrail"), name)}
                        onClick={() => choosing.mutate(id)}
                      >
                        {__("Look at it", "ringtrail")}
                      </Button>
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <FormFailure problem={problem} />
      {who.role === "owner" ? <OpenAccount api={api} /> : null}
    </Card>
  );
}

function OpenAccount(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const opening = useMutation({
    mutationFn: () => api.openAccount({ name: name.trim() }),
    onSuccess: () => {
      setName("");
      void queries.invalidateQueries({ queryKey: settingsKeys.accounts });
    },
  });
  const rules = { name: __("Write a name, in 100 characters at most.", "ringtrail") };
  const problem = formProblem(opening.error, rules);
  return (
    <details className="rt-how">
      <summary>{__("Open another account", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!opening.isPending) opening.mutate();
        }}
      >
        <Field
          label={__("Name of the account", "ringtrail")}
          hint={__("For a client or another business. It shares nothing with this one; you own it.", "ringtrail")}
          problem={problem?.part === "name" ? problem.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              aria-required
              autoComplete="off"
              value={name}
              onChange={(event) => {
                if (!opening.isPending) opening.reset();
                setName(event.target.value);
              }}
            />
          )}
        </Field>
        <FormFailure problem={problem} />
        <SaveRow
          does={__("Open it", "ringtrail")}
          isBusy={opening.isPending}
          said={opening.isSuccess ? __("Opened. Look at it from the list above.", "ringtrail") : undefined}
        />
      </form>
    </details>
  );
}
