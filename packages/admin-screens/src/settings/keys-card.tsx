import type { ApiKeyShown, SessionShown } from "@ringtrail/api-contract";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { Pill } from "../parts/pill.tsx";
import { useNow } from "../parts/use-now.ts";
import { failureWords } from "../words/failure-words.ts";
import { KeyForm } from "./key-form.tsx";
import { settingsKeys } from "./settings-keys.ts";

/** Keys for programs: what each may do, until when, and its end. */
export function KeysCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const list = useInfiniteQuery({
    queryKey: settingsKeys.apiKeys,
    queryFn: ({ pageParam }) => api.apiKeys({ cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  return (
    <Card title={__("API keys", "ringtrail")}>
      <Loaded query={list}>
        {({ pages }) => (
          <>
            {pages[0]?.keys.length === 0 ? (
              <p className="rt-soft">
                {__(
                  "None yet. A key lets a program of yours read calls or tell orders, and nothing more.",
                  "ringtrail",
                )}
              </p>
            ) : (
              <ul className="rt-overrides">
                {pages.flatMap(({ keys }) => keys.map((key) => <KeyItem key={key.id} api={api} apiKey={key} />))}
              </ul>
            )}
            <Earlier list={list}>{__("More keys", "ringtrail")}</Earlier>
            <KeyForm api={api} offered={who.scopes} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function KeyItem(props: { readonly api: AccountApi; readonly apiKey: ApiKeyShown }): ReactNode {
  const { api, apiKey } = props;
  const { id, name, scopes, expiresAt } = apiKey;
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const revoking = useMutation({
    mutationFn: () => api.revokeApiKey(id),
    onSettled: () => void queries.invalidateQueries({ queryKey: settingsKeys.apiKeys }),
  });
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= now;
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">{name}</strong>
        {isOver ? <Pill tone="bad">{__("Ended", "ringtrail")}</Pill> : null}
      </div>
      <div>
        <p className="rt-mono rt-break">{scopes.join(" · ")}</p>
        <p className="rt-soft">
          {expiresAt === undefined
            ? __("Works until it is revoked.", "ringtrail")
            : /* translators: %s: a date and time. */
              sprintf(__("Works until %s.", "ringtrail"), formatDateTime(Date.parse(expiresAt), locale, timeZone))}
        </p>
        {isAsked ? (
          <div className="rt-save">
            <span>{__("Whatever uses it is refused from this moment.", "ringtrail")}</span>
            <Button
              variant="secondary"
              isDestructive
              isBusy={revoking.isPending}
              onClick={() => revoking.mutate()}
              __next40pxDefaultSize
            >
              {__("Revoke it", "ringtrail")}
            </Button>
            <Button variant="tertiary" onClick={() => setAsked(false)} __next40pxDefaultSize>
              {__("Keep it", "ringtrail")}
            </Button>
          </div>
        ) : (
          <div className="rt-ways">
            <Button
              variant="link"
              // translators: %s: what an API key is for.
              aria-label={sprintf(__("Revoke: %s", "ringtrail"), name)}
              onClick={() => setAsked(true)}
            >
              {__("Revoke", "ringtrail")}
            </Button>
          </div>
        )}
        <span role="status" className="rt-faint">
          {revoking.error === null ? null : failureWords(revoking.error).title}
        </span>
      </div>
    </li>
  );
}
