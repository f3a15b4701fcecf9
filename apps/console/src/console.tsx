import { Button, Spinner } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useState, type ReactNode } from "react";
import { Join } from "./join.tsx";
import { takeJoinToken } from "./join-token.ts";
import { takeLinkToken } from "./link-token.ts";
import { readSession, signInByLink, type Person } from "./session.ts";
import { Shell } from "./shell.tsx";
import { SignIn } from "./sign-in.tsx";

type Door =
  | { readonly state: "opening" }
  | { readonly state: "closed"; readonly linkRefused: boolean }
  | { readonly state: "open"; readonly person: Person }
  | { readonly state: "unreachable" };

/** Tries the one-time link in the address, then asks who is signed in. */
async function openDoor(): Promise<Door> {
  const token = takeLinkToken(window);
  const refused = token === undefined ? undefined : await signInByLink(fetch, token);
  try {
    const person = await readSession(fetch);
    return person === undefined ? { state: "closed", linkRefused: refused !== undefined } : { state: "open", person };
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
        <SignIn linkRefused={door.linkRefused} onSignedIn={open} />
      ) : null}
      {token === undefined && door.state === "open" ? <Shell person={door.person} /> : null}
      {door.state === "unreachable" ? <Unreachable onRetry={open} /> : null}
    </div>
  );
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
