import type { InvitationShown, SessionShown } from "@ringtrail/api-contract";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { failureWords } from "../words/failure-words.ts";
import { InviteForm } from "./invite-form.tsx";
import { PersonItem } from "./person-item.tsx";
import { roleWords } from "./role-words.ts";
import { settingsKeys } from "./settings-keys.ts";

/** Who belongs to the account, and who is asked to. */
export function PeopleCard(props: { readonly api: AccountApi; readonly who: SessionShown }): ReactNode {
  const { api, who } = props;
  const list = useInfiniteQuery({
    // The audit log reads all of them under the shorter key.
    queryKey: [...settingsKeys.people, "pages"],
    queryFn: ({ pageParam }) => api.people({ cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const mayChange = who.scopes.includes("people:write");
  return (
    <Card title={__("People", "ringtrail")}>
      <Loaded query={list}>
        {({ pages }) => (
          <>
            <ul className="rt-overrides">
              {pages
                .flatMap(({ people }) => people)
                .map((person) => (
                  <PersonItem
                    key={person.id}
                    api={api}
                    person={person}
                    mayChange={mayChange}
                    mayMakeOwners={who.role === "owner"}
                  />
                ))}
              {pages
                .flatMap(({ invitations }) => invitations)
                .map((invitation) => (
                  <InvitationItem key={invitation.id} api={api} invitation={invitation} mayChange={mayChange} />
                ))}
            </ul>
            <Earlier list={list}>{__("More people", "ringtrail")}</Earlier>
            {mayChange ? <InviteForm api={api} mayMakeOwners={who.role === "owner"} /> : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function InvitationItem(props: {
  readonly api: AccountApi;
  readonly invitation: InvitationShown;
  readonly mayChange: boolean;
}): ReactNode {
  const { api, invitation, mayChange } = props;
  const { id, email, role, expiresAt } = invitation;
  const { locale, timeZone } = useHost();
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => api.withdrawInvitation(id),
    onSettled: () => void queries.invalidateQueries({ queryKey: settingsKeys.people }),
  });
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">{email}</strong>
      </div>
      <div>
        <p className="rt-soft">
          {
            /* translators: 1: a role; 2: a date and time. */
            sprintf(
              __("Invited as %1$s; the link ends at %2$s.", "ringtrail"),
              roleWords(role).name,
              formatDateTime(Date.parse(expiresAt), locale, timeZone),
            )
          }
        </p>
        {mayChange ? (
          <div className="rt-ways">
            <Button
              variant="link"
              isBusy={withdrawing.isPending}
              // translators: %s: a mail address.
              aria-label={sprintf(__("Withdraw the invitation: %s", "ringtrail"), email)}
              onClick={() => withdrawing.mutate()}
            >
              {__("Withdraw the invitation", "ringtrail")}
            </Button>
            <span role="status" className="rt-faint">
              {withdrawing.error === null ? null : failureWords(withdrawing.error).title}
            </span>
          </div>
        ) : null}
      </div>
    </li>
  );
}
