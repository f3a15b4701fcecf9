import { ApiError } from "@ringtrail/api-contract";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useId, useState, type ReactNode, type SubmitEvent } from "react";

/** The auth library takes no shorter one. */
const leastCharacters = 12;

/** Somebody new chooses a name and a password. What is wrong stands beside the field, and nothing typed is lost. */
export function JoinForm(props: {
  readonly title: string;
  readonly email: string;
  readonly onJoin: (answer: { readonly name: string; readonly password: string }) => Promise<void>;
}): ReactNode {
  const { title, email, onJoin } = props;
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ readonly field?: string | undefined; readonly words: string } | undefined>(
    undefined,
  );
  const hint = useId();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "") return setWrong({ field: "name", words: __("Write your name.", "ringtrail") });
    if (password.length < leastCharacters) return setWrong({ field: "password", words: leastWords() });
    setBusy(true);
    setWrong(undefined);
    try {
      await onJoin({ name: name.trim(), password });
    } catch (refused) {
      setWrong(readRefusal(refused));
      setBusy(false);
    }
  };
  const said = (field: string): ReactNode =>
    wrong?.field === field ? (
      <span id={`${hint}-${field}`} role="alert" className="rt-bad">
        {wrong.words}
      </span>
    ) : null;
  return (
    <form className="rt-card cs-form" noValidate onSubmit={submit}>
      <h1>{title}</h1>
      <p className="rt-soft">{email}</p>
      {wrong !== undefined && wrong.field === undefined ? (
        <Notice status="error" isDismissible={false}>
          {wrong.words}
        </Notice>
      ) : null}
      <label>
        {__("Your name", "ringtrail")}
        <input
          type="text"
          name="name"
          autoComplete="name"
          aria-describedby={wrong?.field === "name" ? `${hint}-name` : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {said("name")}
      </label>
      <label>
        {__("A password", "ringtrail")}
        <input
          type="password"
          name="password"
          autoComplete="new-password"
          aria-describedby={wrong?.field === "password" ? `${hint}-password` : undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {said("password") ?? <span className="rt-faint">{leastWords()}</span>}
      </label>
      <Button type="submit" variant="primary" isBusy={isBusy} __next40pxDefaultSize>
        {__("Join", "ringtrail")}
      </Button>
    </form>
  );
}

function leastWords(): string {
  // translators: %d: a number of characters.
  return sprintf(__("At least %d characters.", "ringtrail"), leastCharacters);
}

function readRefusal(refused: unknown): { readonly field?: string | undefined; readonly words: string } {
  if (!(refused instanceof ApiError)) return { words: __("The server does not answer: try again.", "ringtrail") };
  const { title, fix, field } = refused.problem;
  if (field === "password") return { field, words: leastWords() };
  return { words: fix === undefined ? title : `${title} ${fix}` };
}
