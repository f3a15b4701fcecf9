import type { SiteSummary } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { FlowsApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { useKeepFlow } from "./use-keep-flow.ts";

/** The mode is not taken off again, so whoever begins it writes the site's name first. */
export function BeginHealthcare(props: { readonly api: FlowsApi; readonly site: SiteSummary }): ReactNode {
  const { api, site } = props;
  const [name, setName] = useState("");
  const [isWrong, setWrong] = useState(false);
  const keeping = useKeepFlow(api, site.id);
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isMeant = name.trim() === site.name;
        setWrong(!isMeant);
        if (isMeant && !keeping.isPending) keeping.mutate({ isHealthcare: true });
      }}
    >
      <p className="rt-soft">
        {__(
          "For clinics and whoever else HIPAA binds: what a caller said and what they browsed are kept apart, no visit has a number of its own, and marketing is told counts. It is never taken off again.",
          "ringtrail",
        )}
      </p>
      <Field
        label={
          /* translators: %s: the name of a site. */
          sprintf(__("Write “%s” to begin", "ringtrail"), site.name)
        }
        problem={isWrong ? __("This is not the name of the site.", "ringtrail") : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            autoComplete="off"
            value={name}
            onChange={({ target }) => {
              if (!keeping.isPending) keeping.reset();
              setWrong(false);
              setName(target.value);
            }}
          />
        )}
      </Field>
      <FormFailure problem={formProblem(keeping.error, {})} />
      <div className="rt-save">
        <Button type="submit" variant="secondary" isDestructive isBusy={keeping.isPending} __next40pxDefaultSize>
          {__("Begin healthcare mode", "ringtrail")}
        </Button>
      </div>
    </form>
  );
}
