// What other packages' tests may use of the screens: a server that plays the Ringtrail API, and calls to fill it with.
export { startContractServer } from "./contract-server.ts";
export type { ContractServer } from "./contract-server.ts";
export type { ContractWorld } from "./contract-world.ts";
export { playedBackupCodes, playedCode, playedKey, playedLink, playedPerson } from "./played-account.ts";
export { aRingingCall, anAnsweredCall, aSuspectedCall, callId } from "./sample-calls.ts";
export { aForm } from "./sample-forms.ts";
export { aSite, aToldConversion, anAdPlatform } from "./sample-ads.ts";
export { aDelivery, aDestination } from "./sample-deliveries.ts";
export { anOrder, anOtherTracker, aWaitingCall } from "./sample-orders.ts";
export { anEmptyOverview, anOverview } from "./sample-overview.ts";
export { aRentedNumber } from "./answer-numbers.ts";
export { anApiKey, anAuditEntry, aPerson, aSession } from "./sample-settings.ts";
export { aStereoSound } from "./sample-sound.ts";
export { aPool } from "./sample-pool.ts";
