import type { VisitorExport } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { channelWords } from "../words/channel-words.ts";
import { WishForm } from "./wish-form.tsx";

/** What is known of a visitor who names their id, and forgetting them. Both are written down. */
export function VisitorWish(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  return (
    <details className="rt-how">
      <summary>{__("A visitor asks by the id in their cookie", "ringtrail")}</summary>
      <WishForm
        isOwn
        wish={{
          look: (visitor) => api.exportVisitor(visitor.toLowerCase()),
          erase: (visitor) => api.eraseVisitor(visitor.toLowerCase()),
          field: {
            name: "visitor",
            type: "text",
            label: __("The visitor’s id", "ringtrail"),
            hint: __("It stands in the cookie of your site, and in what destinations were sent.", "ringtrail"),
            wrong: __("An id has 36 characters, such as 0199f3c2-0000-7000-8000-000000000001.", "ringtrail"),
          },
          forget: {
            ask: __("Forget this visitor…", "ringtrail"),
            cost: __("Their visits and pages are gone for good; calls keep their credit.", "ringtrail"),
            does: __("Forget the visitor", "ringtrail"),
          },
          showKnown: (known) => <Known known={known} />,
          erasedWords: ({ visits }) => erasedWords(visits),
        }}
      />
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
