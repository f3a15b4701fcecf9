import type { Client } from "@ringtrail/api-contract";

/** The part of the API the screens use. `createClient` of the contract makes one. */
export type ScreensApi = Pick<
  Client,
  | "session"
  | "overview"
  | "callReport"
  | "channelRules"
  | "tryChannelRules"
  | "listCalls"
  | "call"
  | "pools"
  | "recordingLink"
  | "previewDecision"
  | "recordingPlaces"
  | "ruleSets"
  | "compareRuleSets"
  | "proofs"
>;

/** The part of the API by which an owner writes what callers are told, where they are, and which rules are changed. */
export type AnnouncementsApi = Pick<
  Client,
  | "sites"
  | "callFlow"
  | "setCallFlow"
  | "sounds"
  | "uploadSound"
  | "callerPlaces"
  | "declareCallerPlace"
  | "forgetCallerPlace"
  | "importCallerPlaces"
  | "placesOfCall"
  | "declarePlaceOfCall"
  | "overrides"
  | "keepOverride"
  | "withdrawOverride"
>;

/** The part of the API by which an owner writes call flows and tries them. Sounds are chosen among those uploaded. */
export type FlowsApi = AnnouncementsApi & Pick<Client, "checkCallFlow" | "ringTestCall">;

/** The part of the API by which a person says what is spam. */
export type FlagsApi = Pick<Client, "saySpam">;

/** The part of the API by which people say what a call was to them. */
export type NotesApi = Pick<
  Client,
  "callNote" | "writeCallNote" | "callValue" | "setCallValue" | "removeCallValue" | "callOrders"
>;

/** The part of the API that says what shops sold, and how an order finds its call. */
export type OrdersApi = Pick<
  Client,
  "sites" | "revenueReport" | "orders" | "waitingCalls" | "otherTrackers" | "orderRules" | "setOrderRules"
>;

/** The part of the API by which an owner says how the account is set up. */
export type SettingsApi = Pick<Client, "chooseTimeZone">;

/** The part of the API that lists forms sent on pages. */
export type FormsApi = Pick<Client, "forms">;

/** The part of the API that is told what ads cost. */
export type CostsApi = Pick<Client, "sites" | "importCosts">;

/** The part of the API by which sites are set up and looked after. */
export type SitesApi = Pick<
  Client,
  | "sites"
  | "pools"
  | "addSite"
  | "checkSite"
  | "silences"
  | "lookAtPage"
  | "availableNumbers"
  | "buyNumber"
  | "ringTestCall"
>;

/** The part of the API by which numbers are rented, taken in and given back. */
export type NumbersApi = Pick<
  Client,
  | "sites"
  | "numbers"
  | "availableNumbers"
  | "buyNumber"
  | "importNumber"
  | "releaseNumber"
  | "numberLimits"
  | "pollution"
  | "choosePoolPolicy"
>;

/** The part of the API that says who may do what in the account, and who did. */
export type AccountApi = Pick<
  Client,
  | "session"
  | "accounts"
  | "openAccount"
  | "chooseAccount"
  | "people"
  | "changeRole"
  | "removePerson"
  | "invite"
  | "withdrawInvitation"
  | "sessions"
  | "endSession"
  | "endOtherSessions"
  | "security"
  | "setSecurity"
  | "apiKeys"
  | "createApiKey"
  | "revokeApiKey"
  | "auditLog"
  | "recordingAccesses"
  | "exportCaller"
  | "eraseCaller"
  | "exportVisitor"
  | "eraseVisitor"
  | "exportEmail"
  | "eraseEmail"
  | "endPersonSessions"
  | "resetTwoFactor"
  | "retention"
  | "setRetention"
  | "placeLegalHold"
  | "releaseLegalHold"
  | "numberLimits"
  | "saveNumberLimits"
  | "carriers"
>;
