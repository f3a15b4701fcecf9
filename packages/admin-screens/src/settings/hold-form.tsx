import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { settingsKeys } from "./settings-keys.ts";

const callAtEnd = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Holds a call, named by the address of its page, or everything. */
export function HoldForm(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const queries = useQueryClient();
  const [call, setCall] = useState("");
  const [reason, setReason] = useState("");
  const placing = useMutation({
    mutationFn: () => {
      const named = callAtEnd.exec(call.trim())?.[0] ?? call.trim();
      return api.placeLegalHold({ reason: reason.trim(), ...(named === "" ? {} : { call: named }) });
    },
    onSuccess: () => {
      setCall("");
      setReason("");
      void queries.invalidateQueries({ queryKey: settingsKeys.retention });
    },
  });
  const problem = formProblem(placing.error, {
    reason: __("Say why, in 500 characters at most.", "ringtrail"),
    call: __("Copy the address of the call’s page, or leave it empty to hold everything.", "ringtrail"),
  });
  const typed = (): void => {
    if (!placing.isPending) placing.reset();
  };
  return (
    <details className="rt-how">
      <summary>{__("Hold something", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!placing.isPending) placing.mutate();
        }}
      >
        <Field
          label={__("Which call", "ringtrail")}
          hint={__("The address of its page. Empty: everything of the account.", "ringtrail")}
          problem={problem?.part === "call" ? problem.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              autoComplete="off"
              value={call}
              onChange={({ target }) => {
                typed();
                setCall(target.value);
              }}
            />
          )}
        </Field>
        <Field label={__("Why", "ringtrail")} problem={problem?.part === "reason" ? problem.words : undefined}>
          {(attributes) => (
            <input
              {...attributes}
              aria-required
              autoComplete="off"
              value={reason}
              onChange={({ target }) => {
                typed();
                setReason(target.value);
              }}
            />
          )}
        </Field>
        <FormFailure problem={problem} />
        <div className="rt-save">
          <Button type="submit" variant="primary" isBusy={placing.isPending} __next40pxDefaultSize>
            {__("Hold it", "ringtrail")}
          </Button>
        </div>
      </form>
    </details>
  );
}
