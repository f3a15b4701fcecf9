// Every public name of the contract.
export { ApiError } from "./api-error.ts";
export type { ProblemReceived } from "./api-error.ts";
export type { AnnouncementClient } from "./announcement-client.ts";
export { createClient } from "./client.ts";
export type { CallFilter, Client, ClientOptions } from "./client.ts";
export type { MoneyClient, OrderFilter, ReportFilter } from "./money-client.ts";
export type { TalkClient } from "./talk-client.ts";
export type { ConnectClient } from "./connect-client.ts";
export type { NumberClient, OfferFilter } from "./number-client.ts";
export { destinationDoors } from "./endpoints/destination-doors.ts";
export { CreatedDestination, DeliveryShown, DestinationShown, DestinationWanted } from "./shapes/destination.ts";
export { defineEndpoint } from "./endpoint.ts";
export type { Endpoint } from "./endpoint.ts";
export { allEndpoints } from "./endpoints/all-endpoints.ts";
export { approveConnectRequest, collectConnectRequest, getConnectRequest } from "./endpoints/connect-doors.ts";
export { ConnectOutcome, ConnectRequestShown, NewConnectRequest } from "./endpoints/connect-doors.ts";
export { openConnectRequest, OpenedConnectRequest } from "./endpoints/connect-doors.ts";
export { CallerErased, CallerExport, eraseCaller, exportCaller } from "./endpoints/caller-wishes.ts";
export { addTarget, FallbackDocuments, listFallbackDocuments } from "./endpoints/target-doors.ts";
export { createApiKey, NewApiKey } from "./endpoints/create-api-key.ts";
export { createRecordingLink, RecordingLink } from "./endpoints/create-recording-link.ts";
export { createTestCall, NewTestCall, TestCall } from "./endpoints/create-test-call.ts";
export { changeDestination, getNumberLimits, NewDestination } from "./endpoints/forwarding-doors.ts";
export { NumberLimitsShown, saveNumberLimits } from "./endpoints/forwarding-doors.ts";
export { listNotices, NoticesSeen, OwnerNotices, OwnerNoticeShown, seeNotices } from "./endpoints/notice-doors.ts";
export { getPollution, PollutionReport, StrayNumberShown } from "./endpoints/pollution-door.ts";
export { announceNewcomer, NewcomerNamed, NewcomerTold, tellNewcomer } from "./endpoints/newcomer-doors.ts";
export { saySpam, SpamWord } from "./endpoints/say-spam.ts";
export { pauseRecording, RecordingRest, resumeRecording } from "./endpoints/pause-recording.ts";
export { getCallFlow, setCallFlow, checkCallFlow } from "./endpoints/call-flow-doors.ts";
export { CallFlowShown } from "./shapes/call-flow.ts";
export { KeptCallFlow } from "./shapes/kept-call-flow.ts";
export { sayMissingSkill } from "./wording/say-skill.ts";
export { sayNotice } from "./wording/say-notice.ts";
export { getCall } from "./endpoints/get-call.ts";
export { getSession } from "./endpoints/get-session.ts";
export { getHealth, getReadiness, Health, Readiness } from "./endpoints/health-doors.ts";
export { ApiKeyList, listApiKeys } from "./endpoints/list-api-keys.ts";
export { AuditEntryShown, AuditLogPage, listAuditLog } from "./endpoints/list-audit-log.ts";
export { CallList, listCalls } from "./endpoints/list-calls.ts";
export { JobList, listJobs } from "./endpoints/list-jobs.ts";
export { listPools, PoolList } from "./endpoints/list-pools.ts";
export { listProofs, ProofList } from "./endpoints/list-proofs.ts";
export { listRecordingPlaces, RecordingPlaces } from "./endpoints/list-recording-places.ts";
export { listSites, SiteList } from "./endpoints/list-sites.ts";
export {
  buyNumber,
  exportNumbers,
  importNumber,
  listNumbers,
  NewNumber,
  NumberList,
  NumberPurpose,
  OfferList,
  releaseNumber,
  searchNumbers,
} from "./endpoints/number-doors.ts";
export { markNumber } from "./endpoints/mark-number.ts";
export {
  CostsKeptShown,
  exportCallReport,
  getCallReport,
  getCallValue,
  NewCosts,
  removeCallValue,
  ReportQuery,
  saveCosts,
  setCallValue,
} from "./endpoints/money-doors.ts";
export {
  getOrderRules,
  getRevenueReport,
  listCallOrders,
  listOrders,
  NewOrders,
  OrderList,
  OrdersKeptShown,
  saveOrders,
  setOrderRules,
} from "./endpoints/order-doors.ts";
export { playRecording } from "./endpoints/play-recording.ts";
export { previewRecordingDecision } from "./endpoints/preview-recording-decision.ts";
export { CallProof, getCallCertificate, getCallProof } from "./endpoints/proof-doors.ts";
export { getSiteConfig, reportSnippet, sendBeacon, swapNumbers } from "./endpoints/public-doors.ts";
export { retryJob } from "./endpoints/retry-job.ts";
export { revokeApiKey } from "./endpoints/revoke-api-key.ts";
export { compareRuleSets, listRuleSets, RuleSetList } from "./endpoints/rule-set-doors.ts";
export { OtherTrackerList, shopSightDoors, WaitingCallList } from "./endpoints/shop-sight-doors.ts";
export { connectShop, listShops, NewShop, ShopList, ShopShown } from "./endpoints/shop-doors.ts";
export { listSounds, playSound, SoundList, uploadSound } from "./endpoints/sound-doors.ts";
export { declareCallerPlace, forgetCallerPlace, importCallerPlaces } from "./endpoints/caller-place-doors.ts";
export { listCallerPlaces, withdrawCallerPlace } from "./endpoints/caller-place-doors.ts";
export { declarePlaceOfCall, getPlacesOfCall } from "./endpoints/places-of-call-doors.ts";
export { keepOverride, listOverrides, withdrawOverride } from "./endpoints/override-doors.ts";
export { streamLive } from "./endpoints/stream-live.ts";
export { IdParams, NextPage, PageQuery } from "./paging.ts";
export { Problem, problemType } from "./problems/problem.ts";
export { problemCodes, problems } from "./problems/problem-codes.ts";
export type { ProblemCode, ProblemMeaning } from "./problems/problem-codes.ts";
export { problemsOf, takesIdempotencyKey } from "./problems/problems-of.ts";
export { Beacon, BeaconEvent } from "./public/beacon.ts";
export { SiteConfig, SourceConfig, WrittenNumber } from "./public/site-config.ts";
export { SnippetReport } from "./public/snippet-report.ts";
export { PageFacts, ShownNumber, SwapRequest, SwapResponse } from "./public/swap.ts";
export { Scope, scopeMeanings, scopes } from "./scope.ts";
export { ApiKeyShown, CreatedApiKey } from "./shapes/api-key.ts";
export { CallDetail, CallerShown, MomentShown, RecordingShown } from "./shapes/call-detail.ts";
export { CallerPlaceList, CallerPlaceShown, CallerPlacesKept } from "./shapes/caller-place.ts";
export { NewCallerPlace, PlaceKind } from "./shapes/caller-place.ts";
export { NewOverride, OverrideList, OwnerOverride } from "./shapes/override.ts";
export { CallMatchShown, CandidateShown, FactorShown } from "./shapes/call-match.ts";
export { SpamShown, SpamSignShown } from "./shapes/spam.ts";
export { CallStateShown, CallSummary, MatchKind } from "./shapes/call-summary.ts";
export { CreditReportShown, EstimateShown, ReportRowShown } from "./shapes/credit-report.ts";
export { DeadJobShown, QueueShown } from "./shapes/job-state.ts";
export { CheckedCitation, DecisionPreview, PlaceConsidered } from "./shapes/decision-preview.ts";
export { LiveEvent } from "./shapes/live-event.ts";
export { Means } from "./shapes/means.ts";
export { AdCostTold, CallValueShown, Currency } from "./shapes/money.ts";
export { Moment, Probability } from "./shapes/moment.ts";
export { OverrideShown, PlaceLawShown, RuleSetShown } from "./shapes/place-law.ts";
export { NumberShown, PoolState } from "./shapes/pool-state.ts";
export { CitationShown, DecisionShown, ProofShown, ReasonShown } from "./shapes/recording-decision.ts";
export { RecordingQuestionAsked } from "./shapes/recording-question.ts";
export { RevenueReportShown, RevenueRowShown } from "./shapes/revenue-report.ts";
export { PlaceChangeShown, RuleSetDiffShown } from "./shapes/rule-set-diff.ts";
export { MonthlyPriceShown, OfferedNumberShown, RentedNumberShown } from "./shapes/rented-number.ts";
export { SessionShown } from "./shapes/session.ts";
export { ShippedSoundShown, SoundShown } from "./shapes/sound.ts";
export { OrderRulesShown, OrderShown, OrderTold } from "./shapes/shop-order.ts";
export { SiteSummary } from "./shapes/site-summary.ts";
export { sourceKinds } from "./shapes/source-kinds.ts";
export type { SourceKind } from "./shapes/source-kinds.ts";
export { LandingShown, PageShown, TouchShown } from "./shapes/touch.ts";
export { explainRecording, sayCitation } from "./wording/explain-recording.ts";
export type { NameOfPlace, RecordingExplanation } from "./wording/explain-recording.ts";
export { notLegalAdvice, recordingHelp } from "./wording/recording-help.ts";
export type { HelpTopic } from "./wording/recording-help.ts";
export { sayConsidered, sayGoverning, sayReading } from "./wording/say-considered.ts";
export { meansAsked, meansInShort } from "./wording/say-means.ts";
export { sayInputs, sayProofFacts } from "./wording/say-proof-facts.ts";
export { sayOutcome, sayProof } from "./wording/say-proof.ts";
export { sayReason } from "./wording/say-reason.ts";
export { sayQuestionWrong } from "./wording/say-question-wrong.ts";
export type { QuestionWrongWords } from "./wording/say-question-wrong.ts";
export { sayVerification } from "./wording/say-verification.ts";
export type { AdClient } from "./ad-client.ts";
export { adDoors, AdPlatformList } from "./endpoints/ad-platform-doors.ts";
export { AdPlatformShown, AdPlatformWanted, ConversionPolicyTold } from "./shapes/ad-platform.ts";
