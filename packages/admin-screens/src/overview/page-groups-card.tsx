import type { PageGroupRow } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatCount } from "../format/format-count.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { ShareBar } from "../parts/share-bar.tsx";

/** Which pages of a clinic were opened, by the names their owner wrote, and how often a number on them was tapped. */
export function PageGroupsCard(props: { readonly rows: readonly PageGroupRow[] }): ReactNode {
  const { rows } = props;
  const { locale } = useHost();
  const most = Math.max(...rows.map(({ opened }) => opened), 0);
  return (
    <Card title={__("Page groups", "ringtrail")} aside={__("Whole periods that ended in these days", "ringtrail")}>
      <table className="rt-top">
        <thead>
          <tr>
            <th scope="col">{__("Name", "ringtrail")}</th>
            <th scope="col">{__("Opened", "ringtrail")}</th>
            <th scope="col">{__("Numbers tapped", "ringtrail")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.name ?? ""}`}>
              <th scope="row" data-nameless={row.kind === "named" ? undefined : ""}>
                <span className="rt-break">{wordsOf(row)}</span>
                <ShareBar share={most === 0 ? 0 : row.opened / most} quiet={row.kind !== "named"} />
              </th>
              <td>{formatCount(row.opened, locale)}</td>
              <td>{formatCount(row.tapped, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function wordsOf({ kind, name }: PageGroupRow): string {
  if (kind === "other") return __("Other pages", "ringtrail");
  return kind === "hidden" ? __("Too few to be named", "ringtrail") : (name ?? "");
}
