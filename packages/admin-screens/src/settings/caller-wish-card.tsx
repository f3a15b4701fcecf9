import type { CallerErased, CallerExport } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Link } from "../parts/link.tsx";
import { EmailWish } from "./email-wish.tsx";
import { VisitorWish } from "./visitor-wish.tsx";
import { WishForm } from "./wish-form.tsx";

/** What is known of a caller who asks, and forgetting them. Both are written down. */
export function CallerWishCard(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  return (
    <Card title={__("Somebody asks what is known, or to be forgotten", "ringtrail")}>
      <WishForm
        wish={{
          look: api.exportCaller,
          erase: api.eraseCaller,
          field: {
            name: "phone",
            type: "tel",
            label: __("The number they call from", "ringtrail"),
            hint: __("It is looked up and not kept. Both a look and a wish to be forgotten are logged.", "ringtrail"),
            wrong: __("Write it with country code, such as +1 415 555 0100.", "ringtrail"),
          },
          // A phone that is none is told under a code of its own, without a field.
          isAboutField: ({ message }) => /phone_malformed/.test(message),
          forget: {
            ask: __("Forget this caller…", "ringtrail"),
            cost: __("Their number, name and recordings are gone for good; the calls stay as figures.", "ringtrail"),
            does: __("Forget them", "ringtrail"),
          },
          showKnown: (known) => <Known known={known} />,
          erasedWords,
        }}
      />
      <VisitorWish api={api} />
      <EmailWish api={api} />
    </Card>
  );
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
