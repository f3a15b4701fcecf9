import type { CallValueShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { NotesApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { SaveRow } from "../settings/save-row.tsx";

/** An amount and its currency. Emptied, it is nobody's word any more, and the call's orders count again. */
export function ValueForm(props: {
  readonly api: NotesApi;
  readonly call: string;
  readonly value: CallValueShown | undefined;
}): ReactNode {
  const { api, call, value } = props;
  const queries = useQueryClient();
  const [amount, setAmount] = useState(value === undefined ? "" : String(value.amount));
  const [currency, setCurrency] = useState(value?.currency ?? "USD");
  const [isWrong, setWrong] = useState(false);
  const saving = useMutation({
    mutationFn: async (told: CallValueShown | undefined) => {
      if (told === undefined) await api.removeCallValue(call);
      else await api.setCallValue(call, told);
    },
    onSuccess: () => {
      for (const queryKey of [["call-value", call], ["overview"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const problem = formProblem(saving.error, { currency: __("A code of three letters, such as USD.", "ringtrail") });
  const typed = (): void => {
    if (!saving.isPending) saving.reset();
    setWrong(false);
  };
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const said = amount.trim().replace(",", ".");
        const isAmount = said === "" || /^\d{1,9}(\.\d{1,6})?$/.test(said);
        setWrong(!isAmount);
        if (!isAmount || saving.isPending) return;
        saving.mutate(said === "" ? undefined : { amount: Number(said), currency: currency.trim().toUpperCase() });
      }}
    >
      <div className="rt-wording-pair">
        <Field
          label={__("Amount", "ringtrail")}
          hint={__("Stands in place of its orders.", "ringtrail")}
          problem={isWrong ? __("Write an amount such as 250 or 99.50.", "ringtrail") : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              inputMode="decimal"
              autoComplete="off"
              value={amount}
              onChange={({ target }) => {
                typed();
                setAmount(target.value);
              }}
            />
          )}
        </Field>
        <Field label={__("Currency", "ringtrail")} problem={problem?.part === "currency" ? problem.words : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              autoComplete="off"
              maxLength={3}
              value={currency}
              onChange={({ target }) => {
                typed();
                setCurrency(target.value);
              }}
            />
          )}
        </Field>
      </div>
      <FormFailure problem={problem} />
      <SaveRow isBusy={saving.isPending} isKept={saving.isSuccess} />
    </form>
  );
}
