import type { PersonShown, RoleShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { Pill } from "../parts/pill.tsx";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { PersonSafety } from "./person-safety.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { roles, roleWords } from "./role-words.ts";
import { settingsKeys } from "./settings-keys.ts";

/** One person of the account: their role, and what may be done about it. */
export function PersonItem(props: {
  readonly api: AccountApi;
  readonly person: PersonShown;
  readonly mayChange: boolean;
  readonly mayMakeOwners: boolean;
}): ReactNode {
  const { api, person, mayChange, mayMakeOwners } = props;
  const { id, email, name, isYou } = person;
  const role: RoleShown | undefined = roles.find((one) => one === person.role);
  const queries = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const again = (): void => void queries.invalidateQueries({ queryKey: settingsKeys.people });
  const changing = useMutation({ mutationFn: (to: RoleShown) => api.changeRole(id, to), onSettled: again });
  const removing = useMutation({ mutationFn: () => api.removePerson(id), onSettled: again });
  const problem = formProblem(changing.error ?? removing.error, { role: "" });
  const isOpen = mayChange && role !== undefined && (role !== "owner" || mayMakeOwners);
  return (
    <li className="rt-change">
      <div>
        <strong className="rt-break">{name === "Owner" || name === email ? email : name}</strong>
        {name === "Owner" || name === email ? null : <span className="rt-soft rt-break">{email}</span>}
        {isYou ? <Pill tone="calm">{__("You", "ringtrail")}</Pill> : null}
      </div>
      <div>
        {isOpen ? (
          <RoleChoice
            // translators: %s: a mail address.
            label={sprintf(__("Role of %s", "ringtrail"), email)}
            role={role}
            mayMakeOwners={mayMakeOwners}
            problem={problem?.words}
            onChoose={(to) => changing.mutate(to)}
          />
        ) : (
          <p>
            <strong>{roleWords(person.role).name}</strong> <span className="rt-soft">{roleWords(person.role).may}</span>
          </p>
        )}
        {isOpen ? null : <FormFailure problem={problem && { ...problem, part: undefined }} />}
        {isOpen && !isLeaving ? (
          <div className="rt-ways">
            <Button
              variant="link"
              // translators: %s: a mail address.
              aria-label={sprintf(__("Take out: %s", "ringtrail"), email)}
              onClick={() => setLeaving(true)}
            >
              {__("Take out", "ringtrail")}
            </Button>
            {isYou ? null : <PersonSafety api={api} person={person} />}
          </div>
        ) : null}
        {isLeaving ? (
          <div className="rt-save">
            <span>{__("They see nothing of this account any more, at once.", "ringtrail")}</span>
            <Button
              variant="secondary"
              isDestructive
              isBusy={removing.isPending}
              onClick={() => {
                setLeaving(false);
                removing.mutate();
              }}
              __next40pxDefaultSize
            >
              {__("Take them out", "ringtrail")}
            </Button>
            <Button variant="tertiary" onClick={() => setLeaving(false)} __next40pxDefaultSize>
              {__("Keep them", "ringtrail")}
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  );
}
