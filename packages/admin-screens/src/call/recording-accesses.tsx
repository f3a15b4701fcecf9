import { wholeList } from "@ringtrail/api-contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { actorWords, auditWords } from "../settings/audit-words.ts";
import { settingsKeys } from "../settings/settings-keys.ts";

const perPage = 10;

/** Who listened to a recording, for whoever may see the log of who did what. Asked for when it is opened. */
export function RecordingAccesses(props: { readonly recording: string }): ReactNode {
  const { api, account } = useHost();
  const [isOpen, setIsOpen] = useState(false);
  const who = useQuery({ queryKey: settingsKeys.session, queryFn: () => api.session() }).data;
  // A site's key is nobody, and its log is kept where its people are: in the console.
  if (account === undefined || who?.by !== "person" || !who.scopes.includes("audit:read")) return null;
  return (
    <details className="rt-how" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{__("Who listened to it", "ringtrail")}</summary>
      {isOpen ? (
        <Accesses api={account} recording={props.recording} seesPeople={who.scopes.includes("people:read")} />
      ) : null}
    </details>
  );
}

function Accesses(props: {
  readonly api: AccountApi;
  readonly recording: string;
  readonly seesPeople: boolean;
}): ReactNode {
  const { api, recording, seesPeople } = props;
  const { locale, timeZone } = useHost();
  const list = useInfiniteQuery({
    queryKey: ["recording-accesses", recording],
    queryFn: ({ pageParam }) => api.recordingAccesses(recording, { cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const people = useQuery({
    queryKey: settingsKeys.people,
    queryFn: () => wholeList((page) => api.people(page)),
    enabled: seesPeople,
  });
  const emails = new Map(people.data?.people.map(({ id, email }) => [`user:${id}`, email]));
  return (
    <>
      <Loaded query={list}>
        {({ pages }) =>
          pages[0]?.entries.length === 0 ? (
            <p className="rt-soft">{__("Nobody has listened to it yet.", "ringtrail")}</p>
          ) : (
            <ol className="rt-log">
              {pages.flatMap(({ entries }) =>
                entries.map(({ sequence, at, actor, action }) => (
                  <li key={sequence} className="rt-known">
                    <strong className="rt-break">{actorWords(actor, emails)}</strong>{" "}
                    <span className="rt-soft">{auditWords(action)}</span>{" "}
                    <span className="rt-faint">{formatDateTime(Date.parse(at), locale, timeZone)}</span>
                  </li>
                )),
              )}
            </ol>
          )
        }
      </Loaded>
      <Earlier list={list}>{__("Earlier ones", "ringtrail")}</Earlier>
    </>
  );
}
