import type { SessionShown } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type AccountApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { AccountsCard } from "./accounts-card.tsx";
import { AuditCard } from "./audit-card.tsx";
import { CallerWishCard } from "./caller-wish-card.tsx";
import { CarriersCard } from "./carriers-card.tsx";
import { DemandCard } from "./demand-card.tsx";
import { ExportCard } from "./export-card.tsx";
import { KeysCard } from "./keys-card.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { PeopleCard } from "./people-card.tsx";
import { RetentionCard } from "./retention-card.tsx";
import { SecondFactorCard } from "./second-factor-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { settingsKeys } from "./settings-keys.ts";
import { ZoneCard } from "./zone-card.tsx";

/** Who may do what in the account, and who did. Each person sees the parts that are theirs. */
export function SettingsScreen(): ReactNode {
  const { account } = useHost();
  return (
    <>
      <header className="rt-head">
        <h1>{__("Settings", "ringtrail")}</h1>
      </header>
      {account === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("People and keys are set up in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server: this site has a key of its own.", "ringtrail")}
          />
        </div>
      ) : (
        <Cards api={account} />
      )}
    </>
  );
}

/** What a site's key leaves to people: accounts, sessions and keys are somebody's, and a key is nobody. */
function KeyNote(): ReactNode {
  return (
    <p className="rt-soft">
      {__(
        "This site has a key of its own. People, keys and the log are looked after in the console of your Ringtrail server.",
        "ringtrail",
      )}
    </p>
  );
}

function Cards(props: { readonly api: AccountApi }): ReactNode {
  const { api } = props;
  const { settings, signIn } = useHost();
  const session = useQuery({ queryKey: settingsKeys.session, queryFn: () => api.session() });
  return (
    <Loaded query={session}>
      {(who: SessionShown) => {
        const may = (scope: SessionShown["scopes"][number]): boolean => who.scopes.includes(scope);
        const isPerson = who.by === "person";
        return (
          <div className="rt-column rt-settings">
            {isPerson ? <AccountsCard api={api} who={who} /> : <KeyNote />}
            {signIn === undefined || who.person === undefined ? null : (
              <>
                <SecondFactorCard signIn={signIn} person={who.person} />
                <PasswordCard signIn={signIn} person={who.person} />
              </>
            )}
            {isPerson ? <SessionsCard api={api} /> : null}
            {may("account:read") ? <DemandCard api={api} who={who} /> : null}
            {settings !== undefined && may("sites:write") ? <ZoneCard api={settings} /> : null}
            {may("people:read") ? <PeopleCard api={api} who={who} /> : null}
            {may("keys:write") ? <KeysCard api={api} who={who} /> : null}
            {isPerson && may("numbers:read") ? (
              <>
                <CarriersCard api={api} />
                <LimitsCard api={api} who={who} />
              </>
            ) : null}
            {may("account:read") ? <RetentionCard api={api} who={who} /> : null}
            {may("callers:care") ? <CallerWishCard api={api} /> : null}
            {may("account:export") ? <ExportCard /> : null}
            {may("audit:read") ? <AuditCard api={api} who={who} /> : null}
          </div>
        );
      }}
    </Loaded>
  );
}
