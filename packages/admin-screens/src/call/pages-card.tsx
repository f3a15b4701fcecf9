import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatClock } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import type { PageShown } from "@ringtrail/api-contract";

/** The pages the likeliest visit read, in the order it read them. */
export function PagesCard(props: { readonly pages: readonly PageShown[] }): ReactNode {
  const { locale, timeZone } = useHost();
  const { pages } = props;
  return (
    <Card title={__("Pages before the call", "ringtrail")}>
      {pages.length === 0 ? (
        <p className="rt-soft">
          {__(
            "No pages are known: the call has no visit behind it, or its visitor did not agree to tracking.",
            "ringtrail",
          )}
        </p>
      ) : (
        <ol className="rt-story">
          {pages.map((page) => (
            <li key={`${page.at} ${page.path}`}>
              <span className="rt-break">
                {page.title === "" ? null : <>{page.title} </>}
                <span className="rt-mono rt-faint">{page.path}</span>
              </span>
              <time className="rt-faint" dateTime={page.at}>
                {formatClock(Date.parse(page.at), locale, timeZone)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
