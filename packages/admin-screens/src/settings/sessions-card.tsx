import type { SessionOfPerson } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAgo, formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Pill } from "../parts/pill.tsx";
import { useNow } from "../parts/use-now.ts";
import { failureWords } from "../words/failure-words.ts";
import { settingsKeys } from "./settings-keys.ts";

/** Where the person at the screen is signed in, and signing out there. */
export function SessionsCard(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: settingsKeys.sessions, queryFn: () => api.sessions() });
  const again = (): void => void queries.invalidateQueries({ queryKey: settingsKeys.sessions });
  const ending = useMutation({ mutationFn: (id: string) => api.endSession(id), onSettled: again });
  const endingOthers = useMutation({ mutationFn: () => api.endOtherSessions(), onSettled: again });
  const failure = ending.error ?? endingOthers.error;
  return (
    <Card title={__("Where you are signed in", "ringtrail")}>
      <Loaded query={sessions}>
        {(shown) => (
          <>
            <ul className="rt-overrides">
              {shown.sessions.map((one) => (
                <SessionItem key={one.id} session={one} onEnd={() => ending.mutate(one.id)} />
              ))}
            </ul>
            {shown.sessions.length < 2 ? null : (
              <div className="rt-save">
                <Button
                  variant="secondary"
                  isBusy={endingOthers.isPending}
                  onClick={() => endingOthers.mutate()}
                  __next40pxDefaultSize
                >
                  {__("Sign out everywhere else", "ringtrail")}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <span role="status" className="rt-faint">
        {failure === null ? null : failureWords(failure).title}
      </span>
    </Card>
  );
}

function SessionItem(props: { readonly session: SessionOfPerson; readonly onEnd: () => void }): ReactNode {
  const { device, address, signedInAt, lastSeenAt, isThis } = props.session;
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const since = formatDateTime(Date.parse(signedInAt), locale, timeZone);
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">{address === "" ? __("Unknown address", "ringtrail") : address}</strong>
        {isThis ? <Pill tone="calm">{__("This one", "ringtrail")}</Pill> : null}
      </div>
      <div>
        <p className="rt-soft rt-break">{device === "" ? __("Unknown browser", "ringtrail") : device}</p>
        <p className="rt-faint">
          {
            /* translators: 1: a date and time; 2: how long ago. */
            sprintf(
              __("Signed in at %1$s, last seen %2$s.", "ringtrail"),
              since,
              formatAgo(Date.parse(lastSeenAt), now, locale, timeZone),
            )
          }
        </p>
        {isThis ? null : (
          <div className="rt-ways">
            <Button
              variant="link"
              // translators: %s: a date and time.
              aria-label={sprintf(__("Sign out: signed in at %s", "ringtrail"), since)}
              onClick={props.onEnd}
            >
              {__("Sign out there", "ringtrail")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
