import type { PersonShown } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AccountApi } from "../frame/host.tsx";
import { failureWords } from "../words/failure-words.ts";

type Deed = "sessions" | "second-factor";

/** What helps somebody whose phone or laptop is gone: every session ended, or the second factor taken off. */
export function PersonSafety(props: { readonly api: AccountApi; readonly person: PersonShown }): ReactNode {
  const { api, person } = props;
  const { id, email } = person;
  const [asked, setAsked] = useState<Deed | undefined>(undefined);
  const doing = useMutation({
    mutationFn: (deed: Deed) => (deed === "sessions" ? api.endPersonSessions(id) : api.resetTwoFactor(id)),
    onSettled: () => setAsked(undefined),
  });
  return (
    <>
      {asked === undefined ? (
        <div className="rt-ways">
          <Button
            variant="link"
            // translators: %s: a mail address.
            aria-label={sprintf(__("Sign out everywhere: %s", "ringtrail"), email)}
            onClick={() => setAsked("sessions")}
          >
            {__("Sign out everywhere", "ringtrail")}
          </Button>
          <Button
            variant="link"
            // translators: %s: a mail address.
            aria-label={sprintf(__("Reset the second factor: %s", "ringtrail"), email)}
            onClick={() => setAsked("second-factor")}
          >
            {__("Reset the second factor", "ringtrail")}
          </Button>
          <span role="status" className="rt-faint">
            {doing.error !== null
              ? failureWords(doing.error).title
              : doing.isSuccess
                ? doneWords(doing.variables)
                : null}
          </span>
        </div>
      ) : (
        <div className="rt-save">
          <span>{askWords(asked)}</span>
          <Button
            variant="secondary"
            isDestructive
            isBusy={doing.isPending}
            onClick={() => doing.mutate(asked)}
            __next40pxDefaultSize
          >
            {asked === "sessions" ? __("Sign them out", "ringtrail") : __("Reset it", "ringtrail")}
          </Button>
          <Button variant="tertiary" onClick={() => setAsked(undefined)} __next40pxDefaultSize>
            {__("Leave it", "ringtrail")}
          </Button>
        </div>
      )}
    </>
  );
}

function askWords(deed: Deed): string {
  return deed === "sessions"
    ? __("Every browser they are signed in with is signed out at once.", "ringtrail")
    : __(
        "Their authenticator and backup codes work no more; they set up a new one. Be sure it is they who ask.",
        "ringtrail",
      );
}

function doneWords(deed: Deed): string {
  return deed === "sessions" ? __("Signed out everywhere.", "ringtrail") : __("The second factor is off.", "ringtrail");
}
