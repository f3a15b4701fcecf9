import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { Brand } from "./brand.tsx";
import { CodeForm } from "./code-form.tsx";
import { signIn, type SignInRefusal } from "./session.ts";

/** The sign-in page. Nothing typed is lost when it fails. */
export function SignIn(props: {
  /** What went wrong before, so that the page says so at once. */
  readonly problem?: string | undefined;
  /** Why somebody is to sign in, above the form. */
  readonly note?: string;
  readonly onSignedIn: () => void;
}): ReactNode {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isCodeNeeded, setCodeNeeded] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | undefined>(undefined);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const step = await signIn(fetch, email, password);
    setBusy(false);
    setRefusal(step === "code_needed" ? undefined : step);
    setCodeNeeded(step === "code_needed");
    if (step === undefined) props.onSignedIn();
  };
  const problem = refusal === undefined ? props.problem : refusalWords(refusal);
  if (isCodeNeeded) return <CodeForm onSignedIn={props.onSignedIn} onBack={() => setCodeNeeded(false)} />;

  return (
    <main className="cs-door">
      <Brand />
      <form className="rt-card cs-form" onSubmit={submit}>
        <h1>{__("Sign in", "ringtrail")}</h1>
        {props.note === undefined ? null : <p className="rt-soft">{props.note}</p>}
        {problem === undefined ? null : (
          <Notice status="error" isDismissible={false}>
            {problem}
          </Notice>
        )}
        <label>
          {__("E-mail", "ringtrail")}
          <input
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label>
          {__("Password", "ringtrail")}
          <input
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <Button variant="primary" type="submit" isBusy={isBusy} disabled={isBusy} __next40pxDefaultSize>
          {__("Sign in", "ringtrail")}
        </Button>
      </form>
      <p className="rt-faint">
        {__("First time here? Ringtrail printed a one-time link when it started.", "ringtrail")}
      </p>
    </main>
  );
}

function refusalWords(refusal: SignInRefusal): string {
  switch (refusal) {
    case "wrong":
      return __("E-mail and password do not fit together. Check both and try again.", "ringtrail");
    case "too_many":
      return __("Too many attempts. Wait a minute and try again.", "ringtrail");
    case "unreachable":
      return __("The server does not answer. Check that it runs and try again.", "ringtrail");
  }
}
