import type { SecurityShown } from "@ringtrail/api-contract";
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

/** As the contract bounds them. */
const idle = { least: 5, most: 10_080 } as const;
const life = { least: 1, most: 3650 } as const;

/** When sessions end by themselves, and how long a new key may live at most. */
export function SignInLimits(props: { readonly api: AccountApi; readonly security: SecurityShown }): ReactNode {
  const { api, security } = props;
  const { wanted, counts } = security;
  const queries = useQueryClient();
  const [minutes, setMinutes] = useState(writeNumberEntry(wanted.idleMinutes));
  const [days, setDays] = useState(writeNumberEntry(wanted.keyDays));
  const saving = useMutation({
    mutationFn: (limits: { readonly idleMinutes?: number; readonly keyDays?: number }) =>
      api.setSecurity({ requiresTwoFactor: wanted.requiresTwoFactor, ...limits }),
    onSuccess: (kept) => queries.setQueryData(settingsKeys.security, kept),
  });
  const idleMinutes = readNumberEntry(minutes, idle.least, idle.most);
  const keyDays = readNumberEntry(days, life.least, life.most);
  const typed = (): void => {
    if (!saving.isPending) saving.reset();
  };
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (idleMinutes === "wrong" || keyDays === "wrong" || saving.isPending) return;
        saving.mutate({
          ...(idleMinutes === undefined ? {} : { idleMinutes }),
          ...(keyDays === undefined ? {} : { keyDays }),
        });
      }}
    >
      <div className="rt-wording-pair">
        <NumberField
          label={__("A session ends without use after", "ringtrail")}
          hint={
            /* translators: %d: a number of minutes. */
            sprintf(__("Minutes. Now: %d.", "ringtrail"), counts.idleMinutes)
          }
          {...idle}
          value={minutes}
          onWrite={(value) => {
            typed();
            setMinutes(value);
          }}
        />
        <NumberField
          label={__("A new API key lives at most", "ringtrail")}
          hint={
            counts.keyDays === undefined
              ? __("Days. Now: as long as its maker wants.", "ringtrail")
              : /* translators: %d: a number of days. */
                sprintf(__("Days. Now: %d.", "ringtrail"), counts.keyDays)
          }
          {...life}
          value={days}
          onWrite={(value) => {
            typed();
            setDays(value);
          }}
        />
      </div>
      <FormFailure problem={formProblem(saving.error, {})} />
      <SaveRow isBusy={saving.isPending} isKept={saving.isSuccess} />
    </form>
  );
}
