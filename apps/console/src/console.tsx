import { Button, Spinner } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";
import type { SessionEnd } from "./attendance.ts";
import { CodeForm } from "./code-form.tsx";
import { Join } from "./join.tsx";
import { takeJoinToken } from "./join-token.ts";
import { takeLinkToken } from "./link-token.ts";
import { MustSetUp } from "./must-set-up.tsx";
import { readSession, signInByLink, type Person } from "./session.ts";
import { Shell } from "./shell.tsx";
import { SignIn } from "./sign-in.tsx";

type Door =
  | { readonly state: "opening" }
  | { readonly state: "closed"; readonly why: SessionEnd | "link" | undefined }
  /** A link was right, and the second factor is still to come. */
  | { readonly state: "half" }
  | { readonly state: "open"; readonly person: Person }
  | { readonly state: "unreachable" };

/** Tries the one-time link in the address, then asks who is signed in. */
async function openDoor(): Promise<Door> {
  const token = takeLinkToken(window);
  const step = token === undefined ? undefined : await signInByLink(fetch, token);
  if (step === "code_needed") return { state: "half" };
  try {
    const read = await readSession(fetch);
    if (read.person !== undefined) return { state: "open", person: read.person };
    return { state: "closed", why: step === undefined ? (read.isIdle ? "idle" : undefined) : "link" };
  } catch {
    return { state: "unreachable" };
  }
}

/** The console: whoever is signed in sees the screens, whoever is not sees the door. */
export function Console(): ReactNode {
  const [door, setDoor] = useState<Door>({ state: "opening" });
  const [token, setToken] = useState(() => takeJoinToken(window));
  const open = (): void => void openDoor().then(setDoor);
  useEffect(() => void openDoor().then(setDoor), []);

  return (
    <div className="rt" data-theme="auto">
      {door.state === "opening" ? (
        <div className="rt-loading" role="status">
          <Spinner />
          {__("Loading…", "ringtrail")}
        </div>
      ) : null}
      {token !== undefined && (door.state === "closed" || door.state === "open") ? (
        <Join
          token={token}
          person={door.state === "open" ? door.person : undefined}
          onDone={() => {
            setToken(undefined);
            open();
          }}
        />
      ) : null}
      {token === undefined && door.state === "closed" ? (
        <SignIn problem={door.why && whyWords(door.why)} onSignedIn={open} />
      ) : null}
      {door.state === "half" ? (
        <CodeForm onSignedIn={open} onBack={() => setDoor({ state: "closed", why: undefined })} />
      ) : null}
      {token === undefined && door.state === "open" ? (
        door.person.mustSetTwoFactor ? (
          <MustSetUp person={door.person} onDone={open} />
        ) : (
          <Shell person={door.person} onEnded={(why) => setDoor((now) => closed(now, why))} onDemanded={open} />
        )
      ) : null}
      {door.state === "unreachable" ? <Unreachable onRetry={open} /> : null}
    </div>
  );
}

/** Several questions find out at once that a session ended; the one that knows the reason counts. */
function closed(now: Door, why: SessionEnd): Door {
  return now.state === "closed" && now.why === "idle" ? now : { state: "closed", why };
}

function whyWords(why: SessionEnd | "link"): string {
  switch (why) {
    case "link":
      return __("This link was used before or is too old. Sign in with e-mail and password.", "ringtrail");
    case "idle":
      return __("You were signed out because nobody used this page for a while. Sign in again.", "ringtrail");
    case "elsewhere":
      return __("Your session was ended. Sign in again.", "ringtrail");
  }
}

function Unreachable(props: { readonly onRetry: () => void }): ReactNode {
  return (
    <main className="rt-blank" role="alert">
      <h1>{__("The server does not answer.", "ringtrail")}</h1>
      <p>{__("Check your network, and that Ringtrail runs.", "ringtrail")}</p>
      <Button variant="primary" onClick={props.onRetry} __next40pxDefaultSize>
        {__("Try again", "ringtrail")}
      </Button>
    </main>
  );
}
