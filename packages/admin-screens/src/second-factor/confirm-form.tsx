import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { QrPicture } from "./qr-picture.tsx";
import { codeWords } from "./refusal.ts";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { AskedDoor } from "./use-door.ts";
import { SaveRow } from "../parts/save-row.tsx";

/** The secret as a picture and as text, and the field for the first code made of it. */
export function ConfirmForm(props: {
  readonly totpUri: string;
  readonly door: AskedDoor;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const { totpUri, door, onCode } = props;
  const [code, setCode] = useState("");
  const { refusal } = door;
  const submit = (): void => {
    const digits = code.replaceAll(/\s/g, "");
    if (/^\d{6}$/.test(digits)) onCode(digits);
    else door.refuse({ field: "code", words: codeWords() });
  };
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="rt-soft">
        {__("Photograph this with an authenticator app, or type the secret into it.", "ringtrail")}
      </p>
      <div className="rt-authenticator">
        <QrPicture text={totpUri} />
        <div>
          <p className="rt-faint">{__("The secret", "ringtrail")}</p>
          <p className="rt-mono rt-break">{groupsOf(new URL(totpUri).searchParams.get("secret") ?? "")}</p>
        </div>
      </div>
      <Field
        label={__("The six digits it shows now", "ringtrail")}
        problem={refusal?.field === "code" ? refusal.words : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-required
            value={code}
            onChange={(event) => {
              door.refuse(undefined);
              setCode(event.target.value);
            }}
          />
        )}
      </Field>
      <RefusalNotice refusal={refusal} beside={["code"]} />
      <SaveRow does={__("Confirm", "ringtrail")} isBusy={door.isBusy} />
    </form>
  );
}

/** Groups of four are typed with fewer mistakes; authenticators take no notice of the spaces. */
function groupsOf(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
