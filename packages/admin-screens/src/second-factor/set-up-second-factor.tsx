import type { SecondFactorMade, SignInClient } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { BackupCodes } from "./backup-codes.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { PasswordFirst } from "./password-first.tsx";
import { useDoor } from "./use-door.ts";

/** Sets a second factor up: the password if there is one, the secret, the first code, the backup codes. */
export function SetUpSecondFactor(props: {
  readonly signIn: Pick<SignInClient, "setUpTwoFactor" | "confirmTwoFactor">;
  readonly hasPassword: boolean;
  /** The code was right: the second factor counts, and the backup codes stand on the page. */
  readonly onConfirmed?: () => void;
  /** The backup codes are kept. */
  readonly onDone: () => void;
}): ReactNode {
  const { signIn, hasPassword, onConfirmed, onDone } = props;
  const [made, setMade] = useState<SecondFactorMade | undefined>(undefined);
  const [isConfirmed, setConfirmed] = useState(false);
  const door = useDoor();
  if (made === undefined) {
    return (
      <PasswordFirst
        does={__("Set up a second factor", "ringtrail")}
        hasPassword={hasPassword}
        door={door}
        onGo={(password) => door.ask(() => signIn.setUpTwoFactor(password), setMade)}
      />
    );
  }
  if (isConfirmed) return <BackupCodes codes={made.backupCodes} onKept={onDone} />;
  return (
    <ConfirmForm
      totpUri={made.totpURI}
      door={door}
      onCode={(code) =>
        door.ask(
          () => signIn.confirmTwoFactor(code),
          () => {
            setConfirmed(true);
            onConfirmed?.();
          },
        )
      }
    />
  );
}
