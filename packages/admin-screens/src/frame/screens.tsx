import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from "react";
import { CallScreen } from "../call/call-screen.tsx";
import { CallsScreen } from "../calls/calls-screen.tsx";
import { LiveProvider } from "../live/live-provider.tsx";
import { NumbersScreen } from "../numbers/numbers-screen.tsx";
import { OverviewScreen } from "../overview/overview-screen.tsx";
import type { Host } from "./host.tsx";
import { InAccountZone } from "./in-account-zone.tsx";
import { LaterScreen } from "./later-screen.tsx";
import { filterOf, overviewDaysOf, pathOf } from "./place.ts";
import { usePlace, type Router } from "./router.ts";
import { shouldRetry } from "./should-retry.ts";

/** The map and its geometry are a file of their own: who only looks at calls never loads them. */
const loadConsentScreen = async (): Promise<ComponentType> =>
  (await import("../consent/consent-screen.tsx")).ConsentScreen;

/** Written rarely, and large: forms of nine kinds of steps. */
const loadFlowsScreen = async (): Promise<ComponentType> => (await import("../flows/flows-screen.tsx")).FlowsScreen;

/** Set up once and looked at when something does not arrive. */
const loadDestinationsScreen = async (): Promise<ComponentType> =>
  (await import("../destinations/destinations-screen.tsx")).DestinationsScreen;

/** Set up once, and looked at when a campaign is. */
const loadAdsScreen = async (): Promise<ComponentType> => (await import("../ads/ads-screen.tsx")).AdsScreen;

/** For who is written to as well as called. */
const loadFormsScreen = async (): Promise<ComponentType> => (await import("../forms/forms-screen.tsx")).FormsScreen;

/** For who sells as well as answers calls. */
const loadOrdersScreen = async (): Promise<ComponentType> => (await import("../orders/orders-screen.tsx")).OrdersScreen;

/** Forms that are opened once a month, and the log of everything that was done. */
const loadSettingsScreen = async (): Promise<ComponentType> =>
  (await import("../settings/settings-screen.tsx")).SettingsScreen;

/** Set up once, and looked at when something is missing. */
const loadSitesScreen = async (): Promise<ComponentType> => (await import("../sites/sites-screen.tsx")).SitesScreen;

/** Looked at when a channel surprises. */
const loadSourcesScreen = async (): Promise<ComponentType> =>
  (await import("../sources/sources-screen.tsx")).SourcesScreen;

/** Every screen of Ringtrail, at the place the host's router names. */
export function Screens(props: { readonly host: Host }): ReactNode {
  const { host } = props;
  const [queries] = useState(
    // What the feed says is news decides when to read again; a focused window does so too, in case the feed broke.
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: shouldRetry, staleTime: 5_000, networkMode: "always" },
          // What a person saves fails at once without a network: it is never held back to be sent later unseen.
          mutations: { networkMode: "always" },
        },
      }),
  );
  return (
    <QueryClientProvider client={queries}>
      <InAccountZone host={host}>
        <LiveProvider feed={host.live}>
          <div className="rt" data-theme={host.theme}>
            <ScreenHere router={host.router} />
          </div>
        </LiveProvider>
      </InAccountZone>
    </QueryClientProvider>
  );
}

function ScreenHere(props: { readonly router: Router }): ReactNode {
  const place = usePlace(props.router);
  const top = useRef<HTMLDivElement>(null);
  const path = pathOf(place);
  const former = useRef(path);

  useEffect(() => {
    if (former.current === path) return;
    former.current = path;
    // A new screen is a new page: readers of screens and of long lists both start at its top.
    top.current?.focus({ preventScroll: true });
    top.current?.ownerDocument.defaultView?.scrollTo(0, 0);
  }, [path]);

  return (
    <div ref={top} tabIndex={-1} className="rt-screen">
      {place.screen === "overview" ? <OverviewScreen asked={overviewDaysOf(place)} /> : null}
      {place.screen === "calls" ? <CallsScreen filter={filterOf(place)} /> : null}
      {place.screen === "call" ? <CallScreen key={place.call} call={place.call} /> : null}
      {place.screen === "numbers" ? <NumbersScreen /> : null}
      {place.screen === "sources" ? <LaterScreen name="sources" load={loadSourcesScreen} /> : null}
      {place.screen === "call-flows" ? <LaterScreen name="call-flows" load={loadFlowsScreen} /> : null}
      {place.screen === "recording-consent" ? <LaterScreen name="recording-consent" load={loadConsentScreen} /> : null}
      {place.screen === "forms" ? <LaterScreen name="forms" load={loadFormsScreen} /> : null}
      {place.screen === "orders" ? <LaterScreen name="orders" load={loadOrdersScreen} /> : null}
      {place.screen === "sites" ? <LaterScreen name="sites" load={loadSitesScreen} /> : null}
      {place.screen === "settings" ? <LaterScreen name="settings" load={loadSettingsScreen} /> : null}
      {place.screen === "ad-platforms" ? <LaterScreen name="ad-platforms" load={loadAdsScreen} /> : null}
      {place.screen === "destinations" ? <LaterScreen name="destinations" load={loadDestinationsScreen} /> : null}
    </div>
  );
}
