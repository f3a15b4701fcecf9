import type { SignInClient } from "@ringtrail/api-contract";
import { createContext, useContext } from "react";
import type {
  ScreensApi,
  AnnouncementsApi,
  FlowsApi,
  FlagsApi,
  OrdersApi,
  SettingsApi,
  SitesApi,
  NumbersApi,
  AccountApi,
  CostsApi,
  FormsApi,
  NotesApi,
} from "./host-apis.ts";
import type { LiveFeed } from "../live/live-feed.ts";
import type { CallsFilter } from "./place.ts";
import type { Router } from "./router.ts";
import type { AdsApi, DestinationsApi } from "./sending-api.ts";

export type { AdsApi, DestinationsApi } from "./sending-api.ts";

export type {
  ScreensApi,
  AnnouncementsApi,
  FlowsApi,
  FlagsApi,
  OrdersApi,
  SettingsApi,
  SitesApi,
  NumbersApi,
  AccountApi,
  CostsApi,
  FormsApi,
  NotesApi,
} from "./host-apis.ts";

/** What proves a call: a page for people, a file for machines. */
export type ProofForm = "certificate" | "proof";

/** What a host gives the screens. The web console and wp-admin differ in nothing else. */
export interface Host {
  readonly api: ScreensApi;
  readonly router: Router;
  readonly live: LiveFeed;
  /** How numbers and times are written; the browser's own way when undefined. */
  readonly locale: string | undefined;
  /** The time zone of the account (IANA), once the server told it; undefined until somebody chose one. `Screens` asks for it: a host that knows it spares the screens a change of times. */
  readonly timeZone?: string | undefined;
  /** `auto` follows the system's dark mode; wp-admin is always light. */
  readonly theme: "auto" | "light";
  /** Writes what callers are told. Undefined where a person acts by a key that may only read. */
  readonly announcements?: AnnouncementsApi;
  /** Writes call flows. Undefined where a person acts by a key that may only read. */
  readonly flows?: FlowsApi;
  /** Says where events are sent. Undefined where a person acts by a key that may only read. */
  readonly destinations?: DestinationsApi;
  /** Tells ad platforms of calls. Undefined where a person acts by a key that may only read. */
  readonly ads?: AdsApi;
  /** Where a file for an ad platform lies. Undefined where a person's browser cannot ask the server itself. */
  readonly adFileHref?: (query: Readonly<Record<string, string>>) => string;
  /** Says what calls were to the business. Undefined where a person acts by a key that may only read. */
  readonly notes?: NotesApi;
  /** Lists forms sent on pages. Undefined where a host has no room for them. */
  readonly forms?: FormsApi;
  /** Is told what ads cost. Undefined where a person acts by a key that may only read. */
  readonly costs?: CostsApi;
  /** Shows what shops sold. Undefined where a person acts by a key that may only read. */
  readonly orders?: OrdersApi;
  /** Sets the account up. Undefined where a person acts by a key that may only read. */
  readonly settings?: SettingsApi;
  /** Sets sites up. Undefined where a person acts by the key of one site. */
  readonly sites?: SitesApi;
  /** Where pages reach the server, without a trailing slash. */
  readonly server?: string;
  /** Where a screen stands in the server's console. Undefined in the console itself. */
  readonly consoleHref?: (place: string) => string;
  /** Rents numbers and gives them back. Undefined where a person acts by a key that may only read. */
  readonly numbers?: NumbersApi;
  /** Says who may do what. Undefined where a person acts by a key. */
  readonly account?: AccountApi;
  /** How the person at the screen signs in. Undefined where a person acts by a key. */
  readonly signIn?: SignInClient;
  /** Begins anew: another account is looked at. Undefined where a host has only one. */
  readonly startOver?: () => void;
  /** Flags calls as spam and clears them. Undefined where a person acts by a key that may only read. */
  readonly flags?: FlagsApi;
  /** Where the whole account is had as a file. Undefined where a person's browser cannot ask the server itself. */
  readonly exportHref?: string;
  /** Where a list of calls is had as a file. Undefined where a person's browser cannot ask the server itself. */
  readonly callsCsvHref?: (filter: CallsFilter) => string;
  /** Where a call's certificate or its proof opens. Undefined where a person's browser cannot ask the server itself. */
  readonly proofHref?: (call: string, form: ProofForm) => string;
  /** Saves the same as a file, for a host whose browser cannot ask the server itself. @throws when it cannot be had. */
  readonly saveProof?: (call: string, form: ProofForm) => Promise<void>;
}

/** Set by `Screens`; nothing outside it draws a screen. */
export const HostContext = createContext<Host | undefined>(undefined);

/** The host of this screen. @throws outside `Screens`: a broken promise of ours. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error("A screen was drawn outside <Screens>.");
  return host;
}
