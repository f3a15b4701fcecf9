import type { IncomingMessage, ServerResponse } from "node:http";
import type {
  AdPlatformShown,
  CallDetail,
  CallFlowShown,
  CallNoteShown,
  CallValueShown,
  CallerPlaceShown,
  ConnectApproval,
  DeliveryShown,
  DestinationShown,
  FormShown,
  HeardShown,
  KeptCallFlow,
  OrderRulesShown,
  OrderShown,
  OtherTrackerList,
  OwnerOverride,
  OwnerNoticeShown,
  QuietHours,
  OverviewShown,
  PoolState,
  SiteCheck,
  SiteSummary,
  SoundShown,
  ToldConversionShown,
  WaitingCallList,
} from "@ringtrail/api-contract";
import type { PlayedNumbers } from "./answer-numbers.ts";
import type { PlayedSettings } from "./sample-settings.ts";
import type { EventStreams } from "./event-streams.ts";

/** What a test sets up and changes while the server runs. */
export interface ContractWorld {
  readonly calls: CallDetail[];
  /** What calls come to, whatever days are asked for. */
  overview: OverviewShown;
  readonly pools: PoolState[];
  /** Where the account does business. */
  readonly businessPlaces: string[];
  /** Rules the owner changed, by place. */
  readonly overrides: Record<
    string,
    { readonly reason: string; readonly author: string; readonly date: string } & Partial<OwnerOverride>
  >;
  /** False: several accounts share the server. */
  mayChangeRules: boolean;
  /** Where callers were declared to be, newest first. */
  callerPlaces: (CallerPlaceShown & { readonly call?: string })[];
  /** What the carrier cannot do of the flow. */
  readonly cannot: KeptCallFlow["cannot"];
  /** What owners are told and nobody has seen yet, newest first. */
  readonly notices: OwnerNoticeShown[];
  /** What callers of the account's one site go through; undefined for an account without a site. */
  flow: CallFlowShown | undefined;
  /** Sounds that were uploaded, newest first. */
  readonly sounds: Omit<SoundShown, "url">[];
  /** Where events are sent. */
  destinations: DestinationShown[];
  /** Ad platforms that are told of calls, and what they were told, newest first. */
  adPlatforms: AdPlatformShown[];
  readonly conversions: ToldConversionShown[];
  /** When whoever is signed in wants no mail. */
  quiet: QuietHours | undefined;
  /** What was sent, newest first. */
  deliveries: DeliveryShown[];
  /** What every receiver answers to a test. */
  receiverAnswers: number;
  /** What shops sold, newest first. With none there is no revenue either. */
  readonly orders: OrderShown[];
  /** Forms sent on pages, newest first. */
  readonly forms: FormShown[];
  readonly waitingCalls: WaitingCallList["calls"];
  readonly otherTrackers: OtherTrackerList["trackers"];
  orderRules: OrderRulesShown;
  /** Who belongs to the account, what they hold, and what they did. */
  readonly settings: PlayedSettings;
  /** Sites that were added to the first one. */
  readonly addedSites: SiteSummary[];
  /** Plugins that were let in, by their code. */
  readonly approvals: Map<string, ConnectApproval>;
  /** What was seen of every site's pages. */
  siteCheck: SiteCheck;
  /** What the silence alarm watches. */
  heard: HeardShown[];
  /** What the carrier has, and what the account rents of it. */
  readonly carrier: PlayedNumbers;
  /** What was written of calls and what they were worth, by call. */
  readonly notes: Map<string, CallNoteShown>;
  readonly values: Map<string, CallValueShown>;
  /** Rows of costs that were kept. */
  costRows: number;
  /** Set to make every question of the API fail with this status. */
  failWith: number | undefined;
  /** Links to recordings handed out so far; a test makes them expire by raising `linksExpired` to it. */
  linksMade: number;
  linksExpired: number;
}

/** One request to the played API. */
export interface Asked {
  readonly world: ContractWorld;
  readonly streams: EventStreams;
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}
