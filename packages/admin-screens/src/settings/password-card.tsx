import type { SessionShown, SignInClient } from "@ringtrail/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import { PasswordField } from "../second-factor/password-field.tsx";
import { newPasswordWords } from "../second-factor/refusal.ts";
import { RefusalNotice } from "../second-factor/refusal-notice.tsx";
import { useDoor } from "../second-factor/use-door.ts";
import { settingsKeys } from "./settings-keys.ts";
import { SaveRow } from "../parts/save-row.tsx";

/** The password of the person at the screen: a first one, or another. */
export function PasswordCard(props: {
  readonly signIn: Pick<SignInClient, "setPassword" | "changePassword">;
  readonly person: Pick<NonNullable<SessionShown["person"]>, "hasPassword">;
}): ReactNode {
  const { signIn, person } = props;
  const { hasPassword } = person;
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ current: "", next: "" });
  const [isSaved, setSaved] = useState(false);
  const door = useDoor();
  const write = (change: Partial<typeof draft>): void => {
    door.refuse(undefined);
    setSaved(false);
    setDraft({ ...draft, ...change });
  };
  const save = (): void =>
    door.ask(
      () => (hasPassword ? signIn.changePassword(draft.current, draft.next) : signIn.setPassword(draft.next)),
      () => {
        setDraft({ current: "", next: "" });
        setSaved(true);
        void queries.invalidateQueries({ queryKey: settingsKeys.session });
      },
    );
  const besides = hasPassword ? (["password", "newPassword"] as const) : (["newPassword"] as const);
  const said = (field: (typeof besides)[number]): string | undefined =>
    door.refusal?.field === field ? door.refusal.words : undefined;
  return (
    <Card title={__("Password", "ringtrail")}>
      <form
        className="rt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {hasPassword ? (
          <PasswordField
            label={__("Your password now", "ringtrail")}
            value={draft.current}
            problem={said("password")}
            onWrite={(current) => write({ current })}
          />
        ) : (
          <p className="rt-soft">{__("You came by a link and have none yet.", "ringtrail")}</p>
        )}
        <PasswordField
          label={__("A new password", "ringtrail")}
          isNew
          hint={newPasswordWords()}
          value={draft.next}
          problem={said("newPassword")}
          onWrite={(next) => write({ next })}
        />
        <RefusalNotice refusal={door.refusal} beside={besides} />
        <SaveRow
          does={hasPassword ? __("Change it", "ringtrail") : __("Set it", "ringtrail")}
          isBusy={door.isBusy}
          said={isSaved ? __("Saved. Sign in with it from now on.", "ringtrail") : undefined}
        />
      </form>
    </Card>
  );
}
