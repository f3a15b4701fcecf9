import type { EmailErased, EmailExport } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { WishForm } from "./wish-form.tsx";

/** What is known under an e-mail address, and forgetting it. Both are written down. */
export function EmailWish(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  return (
    <details className="rt-how">
      <summary>{__("Somebody asks by their e-mail address", "ringtrail")}</summary>
      <WishForm
        isOwn
        wish={{
          look: api.exportEmail,
          erase: api.eraseEmail,
          field: {
            name: "email",
            type: "text",
            label: __("Their e-mail address", "ringtrail"),
            hint: __(
              "An address is known where your own people wrote it, or a site tells its forms under it.",
              "ringtrail",
            ),
            wrong: __("Write a whole address, such as ann@example.com.", "ringtrail"),
          },
          forget: {
            ask: __("Forget this address…", "ringtrail"),
            cost: __("What is mailed to it, its invitations and its visitors are gone for good.", "ringtrail"),
            does: __("Forget the address", "ringtrail"),
          },
          showKnown: (known) => <Known known={known} />,
          erasedWords,
        }}
      />
    </details>
  );
}

function Known(props: { readonly known: EmailExport }): ReactNode {
  const { person, invitations, destinations, forms, visits } = props.known;
  const { locale, timeZone } = useHost();
  const when = (instant: string): string => formatDateTime(Date.parse(instant), locale, timeZone);
  const lines: readonly (readonly [key: string, what: string, more: string])[] = [
    ...(person === undefined ? [] : [["person", __("Signs in to this account", "ringtrail"), person.name] as const]),
    ...invitations.map(({ id, expiresAt }) => [id, __("Invited", "ringtrail"), when(expiresAt)] as const),
    ...destinations.map(({ id, name }) => [id, __("Is mailed to", "ringtrail"), name] as const),
    ...forms.map(({ id, name, page, sentAt }) => [id, when(sentAt), [name, page].join(" ")] as const),
    ...visits.map(
      ({ id, startedAt, pages }) => [id, when(startedAt), pages.map(({ path }) => path).join(", ")] as const,
    ),
  ];
  if (lines.length === 0) return <p className="rt-soft">{__("Nothing is known under this address.", "ringtrail")}</p>;
  return (
    <ul className="rt-log">
      {lines.map(([key, what, more]) => (
        <li key={key} className="rt-known">
          {what} <span className="rt-soft">{more}</span>
        </li>
      ))}
    </ul>
  );
}

function erasedWords({ invitations, destinations, forms, visits, isPerson }: EmailErased): string {
  const gone = invitations + destinations + forms + visits;
  if (isPerson) {
    return __("Forgotten, but for their sign-in: take them out of the account under People.", "ringtrail");
  }
  if (gone === 0) return __("Nothing was known under this address.", "ringtrail");
  /* translators: %d: how many things were forgotten. */
  return sprintf(_n("Forgotten: %d thing is gone.", "Forgotten: %d things are gone.", gone, "ringtrail"), gone);
}
