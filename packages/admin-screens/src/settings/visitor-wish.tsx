import type { VisitorExport } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, _n, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { channelWords } from "../words/channel-words.ts";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";

/** What is known of a visitor who names their id, and forgetting them. Both are written down. */
export function VisitorWish(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const [visitor, setVisitor] = useState("");
  const [isAsked, setAsked] = useState(false);
  const looking = useMutation({ mutationFn: () => api.exportVisitor(visitor.trim().toLowerCase()) });
  const erasing = useMutation({ mutationFn: () => api.eraseVisitor(visitor.trim().toLowerCase()) });
  const problem = formProblem(looking.error ?? erasing.error, {
    visitor: __("An id has 36 characters, such as 0199f3c2-0000-7000-8000-000000000001.", "ringtrail"),
  });
  return (
    <details className="rt-how">
      <summary>{__("A visitor asks by the id in their cookie", "ringtrail")}</summary>
      <form
        className="rt-form rt-own-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          erasing.reset();
          setAsked(false);
          if (!looking.isPending) looking.mutate();
        }}
      >
        <Field
          label={__("The visitor’s id", "ringtrail")}
          hint={__("It stands in the cookie of your site, and in what destinations were sent.", "ringtrail")}
          problem={problem?.part === "visitor" ? problem.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              aria-required
              autoComplete="off"
              spellCheck={false}
              value={visitor}
              onChange={({ target }) => {
                looking.reset();
                erasing.reset();
                setAsked(false);
                setVisitor(target.value);
              }}
            />
          )}
        </Field>
        <FormFailure problem={problem} />
        <div className="rt-save">
          <Button type="submit" variant="secondary" isBusy={looking.isPending} __next40pxDefaultSize>
            {__("Show what is known", "ringtrail")}
          </Button>
          <Button variant="tertiary" onClick={() => setAsked(true)} __next40pxDefaultSize>
            {__("Forget this visitor…", "ringtrail")}
          </Button>
        </div>
        {isAsked ? (
          <div className="rt-save">
            <span>{__("Their visits and pages are gone for good; calls keep their credit.", "ringtrail")}</span>
            <Button
              variant="secondary"
              isDestructive
              isBusy={erasing.isPending}
              onClick={() => {
                looking.reset();
                erasing.mutate(undefined, { onSettled: () => setAsked(false) });
              }}
              __next40pxDefaultSize
            >
              {__("Forget the visitor", "ringtrail")}
            </Button>
          </div>
        ) : null}
      </form>
      <div role="status">
        {looking.data === undefined ? null : <Known known={looking.data} />}
        {erasing.data === undefined ? null : <p className="rt-soft">{erasedWords(erasing.data.visits)}</p>}
      </div>
    </details>
  );
}

function Known(props: { readonly known: VisitorExport }): ReactNode {
  const { visits } = props.known;
  const { locale, timeZone } = useHost();
  if (visits.length === 0) return <p className="rt-soft">{__("Nothing is known of this visitor.", "ringtrail")}</p>;
  return (
    <ul className="rt-log">
      {visits.map(({ id, startedAt, channel, pages }) => (
        <li key={id} className="rt-known">
          {formatDateTime(Date.parse(startedAt), locale, timeZone)}{" "}
          <span className="rt-soft">
            {channelWords(channel)} · {pages.map(({ path }) => path).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function erasedWords(visits: number): string {
  if (visits === 0) return __("Nothing was known of this visitor.", "ringtrail");
  /* translators: %d: how many visits. */
  return sprintf(_n("Forgotten: %d visit is gone.", "Forgotten: %d visits are gone.", visits, "ringtrail"), visits);
}
