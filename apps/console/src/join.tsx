import { createClient, type InvitationSeen } from "@ringtrail/api-contract";
import { Button, Notice, Spinner } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { JoinForm } from "./join-form.tsx";
import { signIn, type Person } from "./session.ts";
import { SignIn } from "./sign-in.tsx";
import { refusalWords } from "./refusal-words.ts";

const api = createClient({ baseUrl: "", fetch: (...request) => fetch(...request) });

type Asked =
  | { readonly state: "reading" }
  | { readonly state: "refused"; readonly words: string }
  | { readonly state: "seen"; readonly invitation: InvitationSeen };

/** An invitation is answered: by somebody new with a password, or by whoever is signed in with that address. */
export function Join(props: {
  readonly token: string;
  readonly person: Person | undefined;
  /** They belong to the account now, or do not want to: the door is asked again. */
  readonly onDone: () => void;
}): ReactNode {
  const { token, person, onDone } = props;
  const [asked, setAsked] = useState<Asked>({ state: "reading" });
  const [isSignedIn, setSignedIn] = useState(person !== undefined);
  useEffect(() => {
    api.seeInvitation(token).then(
      (invitation) => setAsked({ state: "seen", invitation }),
      (refused: unknown) => setAsked({ state: "refused", words: refusalWords(refused) }),
    );
  }, [token]);

  if (asked.state === "reading") return <Spinner />;
  if (asked.state === "refused") {
    return (
      <main className="cs-door">
        <Brand />
        <Notice status="error" isDismissible={false} actions={[{ label: __("Go on", "ringtrail"), onClick: onDone }]}>
          {asked.words}
        </Notice>
      </main>
    );
  }
  const { account, email, isKnown } = asked.invitation;
  const joins = async (answer: { readonly name?: string; readonly password?: string }): Promise<void> => {
    await api.answerInvitation({ token, ...answer });
    if (answer.password !== undefined) await signIn(fetch, email, answer.password);
    onDone();
  };
  // translators: %s: the name of an account.
  const title = sprintf(__("Join %s", "ringtrail"), account);
  if (isKnown && !isSignedIn) {
    // translators: %s: a mail address.
    const note = sprintf(__("Sign in as %s to join.", "ringtrail"), email);
    return <SignIn note={`${title}. ${note}`} onSignedIn={() => setSignedIn(true)} />;
  }
  return (
    <main className="cs-door">
      <Brand />
      {isKnown ? (
        <Yes title={title} onYes={() => joins({})} onNo={onDone} />
      ) : (
        <JoinForm title={title} email={email} onJoin={joins} />
      )}
    </main>
  );
}

function Yes(props: {
  readonly title: string;
  readonly onYes: () => Promise<void>;
  readonly onNo: () => void;
}): ReactNode {
  const { title, onYes, onNo } = props;
  const [words, setWords] = useState<string | undefined>(undefined);
  return (
    <section className="rt-card cs-form" aria-label={title}>
      <h1>{title}</h1>
      {words === undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {words}
        </Notice>
      )}
      <p>
        <Button
          variant="primary"
          onClick={() => void onYes().catch((refused: unknown) => setWords(refusalWords(refused)))}
          __next40pxDefaultSize
        >
          {__("Join", "ringtrail")}
        </Button>{" "}
        <Button variant="tertiary" onClick={onNo} __next40pxDefaultSize>
          {__("Not now", "ringtrail")}
        </Button>
      </p>
    </section>
  );
}
