import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { failureWords } from "../words/failure-words.ts";
import { touchWords } from "../words/touch-words.ts";

/** Tries the rules on an address and a referrer. What was typed stays, whatever comes of it. */
export function RuleTester(props: { readonly onFired: (place: number | undefined) => void }): ReactNode {
  const { api } = useHost();
  const [url, setUrl] = useState("");
  const [referrer, setReferrer] = useState("");
  const tried = useMutation({
    mutationFn: () => api.tryChannelRules({ url, referrer }),
    onSuccess: ({ place }) => props.onFired(place),
    onError: () => props.onFired(undefined),
  });
  const wrong = tried.error === null ? undefined : problemIn(tried.error)?.field;
  const says = tried.error === null ? undefined : failureWords(tried.error).title;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    tried.mutate();
  };
  return (
    <Card title={__("Which rule fires?", "ringtrail")}>
      <form className="rt-form rt-own-form" onSubmit={submit} noValidate>
        <Field
          label={__("Address of the page", "ringtrail")}
          problem={wrong === "url" ? __("This is no address of a web page.", "ringtrail") : undefined}
        >
          {(attributes) => (
            <input {...attributes} value={url} onChange={({ target }) => setUrl(target.value)} inputMode="url" />
          )}
        </Field>
        <Field label={__("Referrer", "ringtrail")} hint={__("Empty: the visit came from nowhere.", "ringtrail")}>
          {(attributes) => (
            <input
              {...attributes}
              value={referrer}
              onChange={({ target }) => setReferrer(target.value)}
              inputMode="url"
            />
          )}
        </Field>
        <div>
          <Button variant="primary" type="submit" isBusy={tried.isPending} __next40pxDefaultSize>
            {__("Try", "ringtrail")}
          </Button>
        </div>
        {says === undefined || wrong === "url" ? null : <p role="alert">{says}</p>}
        {tried.data === undefined || tried.error !== null ? null : (
          <p role="status">
            <strong>{touchWords(tried.data.touch).headline}</strong>{" "}
            {sprintf(
              /* translators: 1: the number and 2: the name of a rule. */
              __("by rule %1$d, %2$s", "ringtrail"),
              tried.data.place,
              tried.data.touch.rule,
            )}
          </p>
        )}
      </form>
    </Card>
  );
}
