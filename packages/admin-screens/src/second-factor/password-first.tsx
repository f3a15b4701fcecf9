import { Button } from "@wordpress/components";
import { useState, type ReactNode } from "react";
import { PasswordField } from "./password-field.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { AskedDoor } from "./use-door.ts";

/** A button for what only the person themselves may do: whoever has a password proves it first. */
export function PasswordFirst(props: {
  readonly does: string;
  readonly hasPassword: boolean;
  readonly isDestructive?: boolean;
  readonly door: AskedDoor;
  readonly onGo: (password: string | undefined) => void;
}): ReactNode {
  const { does, hasPassword, isDestructive = false, door, onGo } = props;
  const [password, setPassword] = useState("");
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGo(hasPassword ? password : undefined);
      }}
    >
      {hasPassword ? (
        <PasswordField
          value={password}
          problem={door.refusal?.field === "password" ? door.refusal.words : undefined}
          onWrite={(written) => {
            door.refuse(undefined);
            setPassword(written);
          }}
        />
      ) : null}
      <RefusalNotice refusal={door.refusal} beside={hasPassword ? ["password"] : []} />
      <div className="rt-save">
        <Button
          type="submit"
          variant={isDestructive ? "secondary" : "primary"}
          isDestructive={isDestructive}
          isBusy={door.isBusy}
          __next40pxDefaultSize
        >
          {does}
        </Button>
      </div>
    </form>
  );
}
