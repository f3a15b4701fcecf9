import type { SessionShown, SignInClient } from "@ringtrail/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Card } from "../parts/card.tsx";
import { BackupCodes } from "../second-factor/backup-codes.tsx";
import { PasswordFirst } from "../second-factor/password-first.tsx";
import { SetUpSecondFactor } from "../second-factor/set-up-second-factor.tsx";
import { useDoor } from "../second-factor/use-door.ts";
import { settingsKeys } from "./settings-keys.ts";

/** The second factor of the person at the screen: set up, its backup codes made anew, turned off. */
export function SecondFactorCard(props: {
  readonly signIn: SignInClient;
  readonly person: NonNullable<SessionShown["person"]>;
}): ReactNode {
  const { signIn, person } = props;
  const { hasTwoFactor, hasPassword } = person;
  const queries = useQueryClient();
  // Whoever goes to keep their codes comes back to a page that asked anew who they are: the codes still stand here.
  const [isKeeping, setKeeping] = useState(false);
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: settingsKeys.session });
    void queries.invalidateQueries({ queryKey: settingsKeys.sessions });
  };
  return (
    <Card
      title={__("Second factor", "ringtrail")}
      aside={hasTwoFactor || isKeeping ? __("On", "ringtrail") : __("Off", "ringtrail")}
    >
      {hasTwoFactor && !isKeeping ? (
        <Kept signIn={signIn} hasPassword={hasPassword} onOff={again} />
      ) : (
        <>
          <p className="rt-soft">
            {__("Signing in then takes a code from an authenticator app as well.", "ringtrail")}
          </p>
          <SetUpSecondFactor
            signIn={signIn}
            hasPassword={hasPassword}
            onConfirmed={() => setKeeping(true)}
            onDone={() => {
              setKeeping(false);
              again();
            }}
          />
        </>
      )}
    </Card>
  );
}

function Kept(props: {
  readonly signIn: SignInClient;
  readonly hasPassword: boolean;
  readonly onOff: () => void;
}): ReactNode {
  const { signIn, hasPassword, onOff } = props;
  const making = useDoor();
  const ending = useDoor();
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
  return (
    <>
      <p className="rt-soft">{__("Signing in takes a code from your authenticator app as well.", "ringtrail")}</p>
      {codes === undefined ? null : <BackupCodes codes={codes} onKept={() => setCodes(undefined)} />}
      <details className="rt-how">
        <summary>{__("Make new backup codes", "ringtrail")}</summary>
        <p className="rt-soft">{__("Those you have work no more then.", "ringtrail")}</p>
        <PasswordFirst
          does={__("Make ten new codes", "ringtrail")}
          hasPassword={hasPassword}
          door={making}
          onGo={(password) =>
            making.ask(
              () => signIn.makeBackupCodes(password),
              ({ backupCodes }) => setCodes(backupCodes),
            )
          }
        />
      </details>
      <details className="rt-how">
        <summary>{__("Turn it off", "ringtrail")}</summary>
        <p className="rt-soft">{__("Your password alone signs you in then.", "ringtrail")}</p>
        <PasswordFirst
          does={__("Turn the second factor off", "ringtrail")}
          hasPassword={hasPassword}
          isDestructive
          door={ending}
          onGo={(password) => ending.ask(() => signIn.turnOffTwoFactor(password), onOff)}
        />
      </details>
    </>
  );
}
