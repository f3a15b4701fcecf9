import { SetUpSecondFactor } from "@ringtrail/admin-screens";
import { createSignInClient } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { signOut, type Person } from "./session.ts";

const client = createSignInClient({ baseUrl: "", fetch: (...request) => fetch(...request) });

/** The account demands a second factor and this person has none: it is set up here, before anything else. */
export function MustSetUp(props: { readonly person: Person; readonly onDone: () => void }): ReactNode {
  const { person, onDone } = props;
  return (
    <main className="cs-door cs-door-wide">
      <Brand />
      <section className="rt-card cs-form" aria-labelledby="must-set-up">
        <h1 id="must-set-up">{__("This account asks for a second factor", "ringtrail")}</h1>
        <p className="rt-soft">
          {__("You need an authenticator app, on a phone or in a password manager. It takes a minute.", "ringtrail")}
        </p>
        <SetUpSecondFactor signIn={client} hasPassword={person.hasPassword} onDone={onDone} />
      </section>
      <p className="rt-faint">
        {person.email}{" "}
        <Button variant="link" onClick={() => void signOut(fetch).then(onDone)}>
          {__("Sign out", "ringtrail")}
        </Button>
      </p>
    </main>
  );
}
