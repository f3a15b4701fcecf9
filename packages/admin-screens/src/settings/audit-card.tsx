import { type AuditKindAsked, type AuditLogPage, type SessionShown, wholeList } from "@ringtrail/api-contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AuditKindChoice } from "./audit-kind-choice.tsx";
import { actorWords, auditWords } from "./audit-words.ts";
import { settingsKeys } from "./settings-keys.ts";
import { Earlier } from "../parts/earlier.tsx";

const perPage = 25;

/** Who did what, newest first, each entry with its place in the chain. */
export function AuditCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const [kind, setKind] = useState<AuditKindAsked>();
  const log = useInfiniteQuery({
    queryKey: [...settingsKeys.audit, kind],
    queryFn: ({ pageParam }) => api.auditLog({ cursor: pageParam, limit: perPage, kind }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const people = useQuery({
    queryKey: settingsKeys.people,
    queryFn: () => wholeList((page) => api.people(page)),
    enabled: who.scopes.includes("people:read"),
  });
  const emails = new Map(people.data?.people.map(({ id, email }) => [`user:${id}`, email]));
  return (
    <Card title={__("Audit log", "ringtrail")} aside={__("Only ever added to, and chained", "ringtrail")}>
      <AuditKindChoice kind={kind} onChoose={setKind} />
      <Loaded query={log}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <p className="rt-soft rt-log-empty">
              {kind === undefined
                ? __("Nothing was done yet.", "ringtrail")
                : __("Nothing of this kind was done yet.", "ringtrail")}
            </p>
          ) : (
            <ol className="rt-log">
              {entries.map((entry) => (
                <EntryItem key={entry.sequence} entry={entry} by={actorWords(entry.actor, emails)} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <Earlier list={log}>{__("Earlier ones", "ringtrail")}</Earlier>
      <p className="rt-faint rt-audit-how">
        {__(
          "Each entry carries the hash of the one before: ringtrail audit verify checks an export of it.",
          "ringtrail",
        )}
      </p>
    </Card>
  );
}

function EntryItem(props: { readonly entry: AuditLogPage["entries"][number]; readonly by: string }): ReactNode {
  const { entry, by } = props;
  const { sequence, at, action, actor, object, facts, hash } = entry;
  const { locale, timeZone } = useHost();
  return (
    <li>
      <details>
        <summary>
          <span className="rt-log-line">
            <strong>{auditWords(action)}</strong>
            <span className="rt-soft rt-break">{by}</span>
            <span className="rt-faint">{formatDateTime(Date.parse(at), locale, timeZone)}</span>
          </span>
        </summary>
        <div className="rt-log-more">
          <p className="rt-faint">
            <code>{action}</code> · {sequence} · <span className="rt-mono rt-break">{actor}</span>
          </p>
          <pre className="rt-mono" tabIndex={0}>
            {JSON.stringify({ object, facts, hash }, null, 2)}
          </pre>
        </div>
      </details>
    </li>
  );
}
