import type { LegalHoldShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Link } from "../parts/link.tsx";
import { failureWords } from "../words/failure-words.ts";
import { HoldForm } from "./hold-form.tsx";
import { settingsKeys } from "./settings-keys.ts";

/** What a court or a dispute wants kept: nothing of it is forgotten, whoever wishes it. */
export function HoldList(props: {
  readonly api: AccountApi;
  readonly holds: readonly LegalHoldShown[];
  readonly mayChange: boolean;
}): ReactNode {
  const { api, holds, mayChange } = props;
  return (
    <section className="rt-holds">
      <h3>{__("Legal holds", "ringtrail")}</h3>
      {holds.length === 0 ? (
        <p className="rt-soft">{__("Nothing is held.", "ringtrail")}</p>
      ) : (
        <ul className="rt-overrides">
          {holds.map((hold) => (
            <HoldItem key={hold.id} api={api} hold={hold} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange ? <HoldForm api={api} /> : null}
    </section>
  );
}

function HoldItem(props: {
  readonly api: AccountApi;
  readonly hold: LegalHoldShown;
  readonly mayChange: boolean;
}): ReactNode {
  const { api, hold, mayChange } = props;
  const { locale, timeZone } = useHost();
  const queries = useQueryClient();
  const releasing = useMutation({
    mutationFn: () => api.releaseLegalHold(hold.id),
    onSettled: () => void queries.invalidateQueries({ queryKey: settingsKeys.retention }),
  });
  return (
    <li className="rt-change">
      <div>
        {hold.call === undefined ? (
          <strong>{__("Everything", "ringtrail")}</strong>
        ) : (
          <Link to={{ screen: "call", call: hold.call }}>{__("One call", "ringtrail")}</Link>
        )}
        <span className="rt-faint">{formatDateTime(Date.parse(hold.placedAt), locale, timeZone)}</span>
      </div>
      <div>
        <p className="rt-break">{hold.reason}</p>
        {mayChange ? (
          <div className="rt-ways">
            <Button
              variant="link"
              isBusy={releasing.isPending}
              // translators: %s: why something is held.
              aria-label={sprintf(__("End the hold: %s", "ringtrail"), hold.reason)}
              onClick={() => releasing.mutate()}
            >
              {__("End the hold", "ringtrail")}
            </Button>
            <span role="status" className="rt-faint">
              {releasing.error === null ? null : failureWords(releasing.error).title}
            </span>
          </div>
        ) : null}
      </div>
    </li>
  );
}
