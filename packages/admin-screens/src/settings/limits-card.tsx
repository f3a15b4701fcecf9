import type { NumberLimitsShown, SessionShown } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { draftLimits, readLimits, type LimitsDraft, type LimitsWrong } from "./limits-draft.ts";
import { limitFields, limitRules } from "./limit-words.ts";
import { SaveRow } from "./save-row.tsx";
import { settingsKeys } from "./settings-keys.ts";

/** What the account may spend on numbers and calls, and where its calls may go. */
export function LimitsCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const limits = useQuery({ queryKey: settingsKeys.limits, queryFn: () => api.numberLimits() });
  return (
    <Card title={__("Limits", "ringtrail")} aside={__("A stolen key spends no more than this", "ringtrail")}>
      <Loaded query={limits}>
        {(shown) => <LimitsForm api={api} limits={shown} mayChange={who.scopes.includes("forwarding:write")} />}
      </Loaded>
    </Card>
  );
}

function LimitsForm(props: {
  readonly api: AccountApi;
  readonly limits: NumberLimitsShown;
  readonly mayChange: boolean;
}): ReactNode {
  const { api, limits, mayChange } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftLimits(limits));
  const [wrong, setWrong] = useState<LimitsWrong | undefined>(undefined);
  const saving = useMutation({
    mutationFn: (wanted: NumberLimitsShown) => api.saveNumberLimits(wanted),
    onSuccess: (kept) => queries.setQueryData(settingsKeys.limits, kept),
  });
  const rules = limitRules();
  const write = (change: Partial<LimitsDraft>): void => {
    if (!saving.isPending) saving.reset();
    setWrong(undefined);
    setDraft({ ...draft, ...change });
  };
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readLimits(draft);
        if (typeof read === "string") setWrong(read);
        else if (!saving.isPending) saving.mutate(read);
      }}
    >
      <div className="rt-wording-pair">
        {limitFields().map(({ part, label, hint }) => (
          <Field key={part} label={label} hint={hint} problem={isWrong(part, wrong) ? rules[wrong] : undefined}>
            {(attributes) => (
              <input
                {...attributes}
                autoComplete="off"
                disabled={!mayChange}
                value={draft[part]}
                onChange={({ target }) => write({ [part]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <FormFailure problem={formProblem(saving.error, {})} />
      {mayChange ? <SaveRow isBusy={saving.isPending} isKept={saving.isSuccess} /> : null}
    </form>
  );
}

function isWrong(part: keyof LimitsDraft, wrong: LimitsWrong | undefined): wrong is LimitsWrong {
  return wrong !== undefined && part === wrong;
}
