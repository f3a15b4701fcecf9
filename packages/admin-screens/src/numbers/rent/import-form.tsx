import type { PoolState, SiteSummary } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatPhone } from "../../format/format-phone.ts";
import { problemIn } from "../../frame/problem-in.ts";
import type { NumbersApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import { FormFailure } from "../../settings/form-failure.tsx";
import { formProblem } from "../../settings/form-problem.ts";
import { firstPurpose, purposeOf } from "./purpose-draft.ts";
import { PurposeFields } from "./purpose-fields.tsx";
import { rentKeys } from "./rent-keys.ts";
import { SaveRow } from "../../parts/save-row.tsx";

/** Takes a number into use that the carrier's account has already. It costs nothing more. */
export function ImportForm(props: {
  readonly api: NumbersApi;
  readonly pools: readonly PoolState[];
  readonly sites: readonly SiteSummary[];
}): ReactNode {
  const { api, pools, sites } = props;
  const queries = useQueryClient();
  const [e164, setE164] = useState("");
  const [draft, setDraft] = useState(firstPurpose(pools, sites));
  const importing = useMutation({
    mutationFn: () => api.importNumber({ e164: e164.trim(), purpose: purposeOf(draft) }),
    onSuccess: () => {
      setE164("");
      for (const queryKey of [rentKeys.numbers, ["pools"], ["sites"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const found = formProblem(importing.error, {
    e164: __("Write it with country code, such as +1 415 555 0100.", "ringtrail"),
    purpose: __("Choose what it is for.", "ringtrail"),
  });
  const code = importing.error === null ? undefined : problemIn(importing.error)?.code;
  const isNumber = found?.part === "e164" || code === "phone_malformed" || code === "number_not_at_carrier";
  return (
    <details className="rt-how">
      <summary>{__("Import a number you have at the carrier", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!importing.isPending) importing.mutate();
        }}
      >
        <Field
          label={__("The number", "ringtrail")}
          hint={__("Its calls come here from now on. Nothing is bought.", "ringtrail")}
          problem={isNumber ? found?.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="tel"
              aria-required
              autoComplete="off"
              value={e164}
              onChange={(event) => {
                if (!importing.isPending) importing.reset();
                setE164(event.target.value);
              }}
            />
          )}
        </Field>
        <PurposeFields
          draft={draft}
          pools={pools}
          sites={sites}
          problem={found?.part === "purpose" ? found.words : undefined}
          onWrite={(change) => setDraft({ ...draft, ...change })}
        />
        <FormFailure problem={isNumber ? undefined : found} />
        <SaveRow
          does={__("Import it", "ringtrail")}
          isBusy={importing.isPending}
          said={
            importing.data === undefined
              ? undefined
              : /* translators: %s: a phone number. */
                sprintf(__("%s is in use.", "ringtrail"), formatPhone(importing.data.e164))
          }
        />
      </form>
    </details>
  );
}
