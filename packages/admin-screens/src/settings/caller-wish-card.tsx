import type { CallerErased, CallerExport } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, _n, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { Link } from "../parts/link.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { VisitorWish } from "./visitor-wish.tsx";

/** What is known of a caller who asks, and forgetting them. Both are written down. */
export function CallerWishCard(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const [phone, setPhone] = useState("");
  const [isAsked, setAsked] = useState(false);
  const looking = useMutation({ mutationFn: () => api.exportCaller(phone.trim()) });
  const erasing = useMutation({ mutationFn: () => api.eraseCaller(phone.trim()) });
  const rules = { phone: __("Write it with country code, such as +1 415 555 0100.", "ringtrail") };
  const failed = formProblem(looking.error ?? erasing.error, rules);
  const problem = failed && { ...failed, part: failed.part ?? partOf(looking.error ?? erasing.error) };
  return (
    <Card title={__("Somebody asks what is known, or to be forgotten", "ringtrail")}>
      <form
        className="rt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          erasing.reset();
          setAsked(false);
          if (!looking.isPending) looking.mutate();
        }}
      >
        <Field
          label={__("The number they call from", "ringtrail")}
          hint={__("It is looked up and not kept. Both a look and a wish to be forgotten are logged.", "ringtrail")}
          problem={problem?.part === "phone" ? problem.words : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="tel"
              aria-required
              autoComplete="off"
              value={phone}
              onChange={(event) => {
                looking.reset();
                erasing.reset();
                setAsked(false);
                setPhone(event.target.value);
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
            {__("Forget this caller…", "ringtrail")}
          </Button>
        </div>
        {isAsked ? (
          <div className="rt-save">
            <span>
              {__("Their number, name and recordings are gone for good; the calls stay as figures.", "ringtrail")}
            </span>
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
              {__("Forget them", "ringtrail")}
            </Button>
          </div>
        ) : null}
      </form>
      <div role="status">
        {looking.data === undefined ? null : <Known known={looking.data} />}
        {erasing.data === undefined ? null : <p className="rt-soft">{erasedWords(erasing.data)}</p>}
      </div>
      <VisitorWish api={api} />
    </Card>
  );
}

/** A phone that is none is told under a code of its own, without a field. */
function partOf(error: Error | null): "phone" | undefined {
  return error !== null && /phone_malformed/.test(error.message) ? "phone" : undefined;
}

function Known(props: { readonly known: CallerExport }): ReactNode {
  const { calls } = props.known;
  const { locale, timeZone } = useHost();
  if (calls.length === 0) return <p className="rt-soft">{__("Nothing is known of this number.", "ringtrail")}</p>;
  return (
    <ul className="rt-log">
      {calls.map(({ id, rangAt, name, recorded }) => (
        <li key={id} className="rt-known">
          <Link to={{ screen: "call", call: id }}>{formatDateTime(Date.parse(rangAt), locale, timeZone)}</Link>{" "}
          <span className="rt-soft">
            {name} {recorded ? __("with a recording", "ringtrail") : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function erasedWords({ calls, recordings }: CallerErased): string {
  if (calls === 0) return __("Nothing was known of this number.", "ringtrail");
  return sprintf(
    /* translators: 1: how many calls; 2: how many recordings. */
    _n(
      "Forgotten: %1$d call leads to nobody now, and %2$d recordings are gone.",
      "Forgotten: %1$d calls lead to nobody now, and %2$d recordings are gone.",
      calls,
      "ringtrail",
    ),
    calls,
    recordings,
  );
}
