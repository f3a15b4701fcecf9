import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useId, useState, type ReactNode, type SubmitEvent } from "react";
import { Brand } from "./brand.tsx";
import { giveCode, type SignInRefusal } from "./session.ts";

/** The second step of a sign-in: a code from the authenticator, or a backup code when it is lost. */
export function CodeForm(props: { readonly onSignedIn: () => void; readonly onBack: () => void }): ReactNode {
  const [code, setCode] = useState("");
  const [isBackup, setBackup] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const hint = useId();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = code.replaceAll(/\s/g, "");
    if (isBackup ? given === "" : !/^\d{6}$/.test(given)) return setProblem(refusalWords("wrong", isBackup));
    setBusy(true);
    const refused = await giveCode(fetch, given, isBackup);
    setBusy(false);
    setProblem(refused === undefined ? undefined : refusalWords(refused, isBackup));
    if (refused === undefined) props.onSignedIn();
  };

  return (
    <main className="cs-door">
      <Brand />
      <form className="rt-card cs-form" noValidate onSubmit={submit}>
        <h1>{__("Your second factor", "ringtrail")}</h1>
        <label>
          {isBackup ? __("A backup code", "ringtrail") : __("The six digits your authenticator shows now", "ringtrail")}
          <input
            key={String(isBackup)}
            type="text"
            name="code"
            inputMode={isBackup ? "text" : "numeric"}
            autoComplete={isBackup ? "off" : "one-time-code"}
            autoCapitalize="none"
            spellCheck={false}
            aria-required
            aria-invalid={problem === undefined ? undefined : true}
            aria-describedby={problem === undefined ? undefined : hint}
            ref={focusAtOnce}
            value={code}
            onChange={(event) => {
              setProblem(undefined);
              setCode(event.target.value);
            }}
          />
          {problem === undefined ? null : (
            <span id={hint} role="alert" className="rt-bad">
              {problem}
            </span>
          )}
        </label>
        <Button variant="primary" type="submit" isBusy={isBusy} disabled={isBusy} __next40pxDefaultSize>
          {__("Sign in", "ringtrail")}
        </Button>
        <Button
          variant="link"
          onClick={() => {
            setBackup(!isBackup);
            setCode("");
            setProblem(undefined);
          }}
        >
          {isBackup
            ? __("Use the authenticator instead", "ringtrail")
            : __("Lost your authenticator? Use a backup code", "ringtrail")}
        </Button>
        <Button variant="link" onClick={props.onBack}>
          {__("Begin again", "ringtrail")}
        </Button>
      </form>
    </main>
  );
}

function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}

function refusalWords(refusal: SignInRefusal, isBackup: boolean): string {
  switch (refusal) {
    case "wrong":
      return isBackup
        ? __("This code is refused. Each backup code works once. After five wrong ones, begin again.", "ringtrail")
        : __("This code is refused. Write the six digits shown now. After five wrong ones, begin again.", "ringtrail");
    case "too_many":
      return __("Too many attempts. Wait a quarter of an hour, or a minute when it was not many.", "ringtrail");
    case "unreachable":
      return __("The server does not answer. Check that it runs and try again.", "ringtrail");
  }
}
