import type { PageLook as Look, SiteCheck, SiteSummary } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { SitesApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { LiveCheck } from "./live-check.tsx";
import { PageSeen } from "./page-seen.tsx";
import { NumberOnPage } from "./number-on-page.tsx";

/** The owner's own page as a visitor would see it: every number on it, and what stands in its place. */
export function PageLook(props: {
  readonly api: SitesApi;
  readonly site: SiteSummary;
  /** What visitors' browsers reported, once it was asked for. */
  readonly check: SiteCheck | undefined;
}): ReactNode {
  const { api, site, check } = props;
  const [address, setAddress] = useState(() => `${site.origins[0] ?? ""}/`);
  const looking = useMutation({ mutationFn: () => api.lookAtPage(site.id, address.trim()) });
  const problem = formProblem(looking.error, {
    address: __(
      "Write the whole address of a page of this site, such as https://plumber.example/contact.",
      "ringtrail",
    ),
  });
  return (
    <details className="rt-how">
      <summary>{__("What would be swapped on your own page", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!looking.isPending) looking.mutate();
        }}
      >
        <Field
          label={__("Address of a page", "ringtrail")}
          hint={__("The server reads it once, as a visitor without a name, and keeps nothing.", "ringtrail")}
          problem={problem?.part === "address" ? problem.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              inputMode="url"
              autoComplete="off"
              value={address}
              onChange={({ target }) => {
                if (!looking.isPending) looking.reset();
                setAddress(target.value);
              }}
            />
          )}
        </Field>
        <FormFailure problem={problem} />
        <div className="rt-save">
          <Button type="submit" variant="secondary" isBusy={looking.isPending} __next40pxDefaultSize>
            {__("Look at it", "ringtrail")}
          </Button>
        </div>
      </form>
      <div role="status">{looking.data === undefined ? null : <Found look={looking.data} />}</div>
      {looking.data?.seen === undefined ? null : <PageSeen seen={looking.data.seen} />}
      {looking.data === undefined || check === undefined ? null : (
        <>
          <p className="rt-soft">
            {__(
              "This is the page as it is served, before any program in it has run. What visitors’ browsers reported of this site, after all had run:",
              "ringtrail",
            )}
          </p>
          <LiveCheck check={check} />
        </>
      )}
    </details>
  );
}

function Found(props: { readonly look: Look }): ReactNode {
  const { title, address, hasSnippet, numbers, isCut } = props.look;
  return (
    <>
      <p className="rt-page-seen">
        <strong className="rt-break">{title ?? address}</strong>{" "}
        <span className="rt-soft">
          {hasSnippet
            ? __("The script stands in it.", "ringtrail")
            : __(
                "The script does not stand in it as it is served: a tag manager may add it, or it is missing.",
                "ringtrail",
              )}
        </span>
      </p>
      {numbers.length === 0 ? (
        <p className="rt-soft">
          {__("No phone number stands on it. One that a program writes later is not seen from here.", "ringtrail")}
        </p>
      ) : (
        <ul className="rt-page-numbers">
          {numbers.map((one) => (
            <NumberOnPage key={`${one.e164} ${one.written}`} one={one} />
          ))}
        </ul>
      )}
      {isCut ? (
        <p className="rt-faint">{__("The page is longer than was read: its end is not in this list.", "ringtrail")}</p>
      ) : null}
    </>
  );
}
