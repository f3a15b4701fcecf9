import {
  askedOf,
  createHashRouter,
  Screens,
  streamFeed,
  usePlace,
  type Host,
  type Place,
} from "@ringtrail/admin-screens";
import { createClient, createSignInClient, queryOf, type Client, type ClientOptions } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { AccountSwitch } from "./account-switch.tsx";
import { ApproveConnection } from "./approve-connection.tsx";
import type { SessionEnd } from "./attendance.ts";
import { Brand } from "./brand.tsx";
import { takeConnectCode } from "./connect-code.ts";
import { Notices } from "./notices.tsx";
import { signOut, type Person } from "./session.ts";
import { lookAfter, watchSession } from "./watch-session.ts";

/** The head with the ways to go, and the screen below it. */
export function Shell(props: {
  readonly person: Person;
  readonly onEnded: (why: SessionEnd) => void;
  readonly onDemanded: () => void;
}): ReactNode {
  const { person, onEnded, onDemanded } = props;
  const [attendance] = useState(() => watchSession(person, { onEnded, onDemanded }));
  useEffect(() => lookAfter(attendance), [attendance]);
  const options: ClientOptions = { baseUrl: "", fetch: attendance.ask };
  const [api] = useState(() => createClient(options));
  // Taken before the screens' router reads the address.
  const [code, setCode] = useState(() => takeConnectCode(window));
  const [host] = useState(() => makeHost(api, options, person.timeZone));
  const leave = async (): Promise<void> => {
    await signOut(fetch);
    window.location.reload();
  };
  return (
    <>
      <header className="cs-top">
        <div className="cs-top-inner">
          <Brand />
          <Navigation host={host} />
          <div className="cs-person">
            <AccountSwitch api={api} />
            <span className="rt-faint">{person.email}</span>
            <Button variant="tertiary" onClick={() => void leave()}>
              {__("Sign out", "ringtrail")}
            </Button>
          </div>
        </div>
      </header>
      <main className="cs-main">
        {code === undefined ? null : <ApproveConnection api={api} code={code} onDone={() => setCode(undefined)} />}
        <Notices api={api} timeZone={person.timeZone} />
        <Screens host={host} />
      </main>
    </>
  );
}

function makeHost(api: Client, options: ClientOptions, timeZone: string | undefined): Host {
  return {
    api,
    router: createHashRouter(window, { screen: "calls" }),
    live: streamFeed("/v1/live"),
    locale: undefined,
    timeZone,
    theme: "auto",
    announcements: api,
    settings: api,
    flags: api,
    flows: api,
    destinations: api,
    ads: api,
    adFileHref: (query) => `/v1/conversions.csv?${new URLSearchParams(query).toString()}`,
    notes: api,
    forms: api,
    costs: api,
    orders: api,
    account: api,
    signIn: createSignInClient(options),
    numbers: api,
    sites: api,
    server: window.location.origin,
    startOver: () => window.location.reload(),
    exportHref: "/v1/account/export.ndjson",
    callsCsvHref: (filter) => `/v1/calls.csv${queryOf(askedOf(filter))}`,
    proofHref: (call, form) => `/v1/calls/${encodeURIComponent(call)}/${form}`,
  };
}

function Navigation(props: { readonly host: Host }): ReactNode {
  const { router } = props.host;
  const { screen } = usePlace(router);
  const here = useRef<HTMLAnchorElement>(null);
  // On a phone the ways are wider than the screen and are moved under the finger.
  useEffect(() => {
    // New browsers answer a promise here, which is no way for React to clean up.
    here.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [screen]);
  const ways: readonly (readonly [place: Place, name: string, isHere: boolean])[] = [
    [{ screen: "overview" }, __("Overview", "ringtrail"), screen === "overview"],
    [{ screen: "calls" }, __("Calls", "ringtrail"), screen === "calls" || screen === "call"],
    [{ screen: "sources" }, __("Sources", "ringtrail"), screen === "sources"],
    [{ screen: "numbers" }, __("Numbers", "ringtrail"), screen === "numbers"],
    [{ screen: "call-flows" }, __("Call flows", "ringtrail"), screen === "call-flows"],
    [{ screen: "recording-consent" }, __("Recording consent", "ringtrail"), screen === "recording-consent"],
    [{ screen: "forms" }, __("Forms", "ringtrail"), screen === "forms"],
    [{ screen: "orders" }, __("Orders", "ringtrail"), screen === "orders"],
    [{ screen: "ad-platforms" }, __("Ad platforms", "ringtrail"), screen === "ad-platforms"],
    [{ screen: "destinations" }, __("Destinations", "ringtrail"), screen === "destinations"],
    [{ screen: "sites" }, __("Sites", "ringtrail"), screen === "sites"],
    [{ screen: "settings" }, __("Settings", "ringtrail"), screen === "settings"],
  ];
  return (
    <nav className="cs-nav" aria-label={__("Screens", "ringtrail")}>
      {ways.map(([place, name, isHere]) => (
        <a
          key={name}
          ref={isHere ? here : undefined}
          href={router.href(place)}
          aria-current={isHere ? "page" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
