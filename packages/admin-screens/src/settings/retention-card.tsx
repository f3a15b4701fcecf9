import type { RetentionShown, SessionShown } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { HoldList } from "./hold-list.tsx";
import { RetentionForm } from "./retention-form.tsx";
import { settingsKeys } from "./settings-keys.ts";

/** How long what is kept, what is held whatever is due, and what the last round forgot. */
export function RetentionCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const mayChange = who.scopes.includes("account:write");
  const retention = useQuery({ queryKey: settingsKeys.retention, queryFn: () => api.retention() });
  return (
    <Card title={__("How long things are kept", "ringtrail")} aside={__("A round once a day obeys", "ringtrail")}>
      <Loaded query={retention}>
        {(shown) => (
          <>
            <RetentionForm api={api} shown={shown} mayChange={mayChange} />
            <LastRound last={shown.last} />
            <HoldList api={api} holds={shown.holds} mayChange={mayChange} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function LastRound(props: { readonly last: RetentionShown["last"] }): ReactNode {
  const { last } = props;
  const { locale, timeZone } = useHost();
  if (last === undefined) return <p className="rt-faint">{__("Nothing was forgotten yet.", "ringtrail")}</p>;
  const { at, visitors, callers, recordings, held } = last;
  return (
    <p className="rt-faint">
      {
        /* translators: 1: a date and time; 2 to 4: how many. */
        sprintf(
          __("The round of %1$s forgot %2$d visitors, %3$d callers and %4$d recordings.", "ringtrail"),
          formatDateTime(Date.parse(at), locale, timeZone),
          visitors,
          callers,
          recordings,
        )
      }{" "}
      {held === 0
        ? null
        : /* translators: %d: how many calls. */
          sprintf(
            _n("%d call stayed, because it is held.", "%d calls stayed, because they are held.", held, "ringtrail"),
            held,
          )}
    </p>
  );
}
