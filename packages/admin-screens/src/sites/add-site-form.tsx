import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { SitesApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { SaveRow } from "../parts/save-row.tsx";

const empty = { name: "", address: "", phone: "" };
type Part = keyof typeof empty;

/** Sets a site up: what it is called, where its pages lie, and the number on them. */
export function AddSiteForm(props: { readonly api: SitesApi; readonly isOpen: boolean }): ReactNode {
  const { api, isOpen } = props;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(empty);
  const adding = useMutation({
    mutationFn: () =>
      api.addSite({ name: draft.name.trim(), address: addressOf(draft.address), phone: draft.phone.trim() }),
    onSuccess: () => {
      setDraft(empty);
      for (const queryKey of [["sites"], ["pools"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const rules: Readonly<Record<Part, string>> = {
    name: __("Write a name, in 100 characters at most.", "ringtrail"),
    address: __("Write the address of a page, such as https://plumber.example.", "ringtrail"),
    phone: __("Write it with country code, such as +1 415 555 0100.", "ringtrail"),
  };
  const found = formProblem(adding.error, rules);
  const isPhone = adding.error !== null && problemIn(adding.error)?.code === "phone_malformed";
  const problem = found && { ...found, part: isPhone ? ("phone" as const) : found.part };
  const text = (part: Part, label: string, type: string, hint?: string): ReactNode => (
    <Field label={label} hint={hint} problem={problem?.part === part ? problem.words : undefined}>
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          aria-required
          autoComplete="off"
          value={draft[part]}
          onChange={(event) => {
            if (!adding.isPending) adding.reset();
            setDraft({ ...draft, [part]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <details className="rt-how rt-card rt-add-site" open={isOpen}>
      <summary>{__("Add a site", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!adding.isPending) adding.mutate();
        }}
      >
        {text("name", __("Name of the site", "ringtrail"), "text")}
        <div className="rt-wording-pair">
          {text("address", __("Its address", "ringtrail"), "url", "https://plumber.example")}
          {text(
            "phone",
            __("The phone number on its pages", "ringtrail"),
            "tel",
            __("Callers reach it in the end. With country code: +1 415 555 0100.", "ringtrail"),
          )}
        </div>
        <FormFailure problem={problem} />
        <SaveRow
          does={__("Set it up", "ringtrail")}
          isBusy={adding.isPending}
          said={adding.isSuccess ? __("It is set up, below.", "ringtrail") : undefined}
        />
      </form>
    </details>
  );
}

/** People write `plumber.example`. */
function addressOf(written: string): string {
  const address = written.trim();
  return address === "" || /^[a-z]+:/i.test(address) ? address : `https://${address}`;
}
