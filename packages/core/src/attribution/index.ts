export type { CallMatch, CallOnNumber, Candidate, Device, Factor, Holding } from "./call-match.ts";
export type { Probability, VisitRegion } from "./call-match.ts";
export { isOfThisModel, priorParameters } from "./call-parameters.ts";
export type {
  CallParameters,
  DelayWeights,
  DeviceKind,
  HistoryParameters,
  RegionParameters,
} from "./call-parameters.ts";
export { callerHistory, storyMs } from "./caller-history.ts";
export type { CallerKnown } from "./caller-history.ts";
export { channelRules, clickIds } from "./channel-rules.ts";
export type { ChannelRule, SourceCondition } from "./channel-rule.ts";
export { creditCall } from "./credit-call.ts";
export type { Credit, TouchBefore } from "./credit-call.ts";
export { leadingCandidate, leadingTouch } from "./leading-touch.ts";
export { learnSite } from "./learn/learn-site.ts";
export { makeTallier } from "./learn/tally-calls.ts";
export type { Tallier } from "./learn/tally-calls.ts";
export type { SiteTally } from "./learn/site-tally.ts";
export { matchCall } from "./match-call.ts";
export { placesOfMatch } from "./places-of-match.ts";
export type { PlaceOfVisit } from "./places-of-match.ts";
export { holdingWindowMs } from "./holding-window.ts";
export { nameChannel } from "./name-channel.ts";
export { matchOrder, usualOrderRules } from "./orders/match-order.ts";
export type { CallOfVisit, OrderEvidence, OrderRules } from "./orders/match-order.ts";
export { netMicros } from "./orders/shop-order.ts";
export type { OrderMatch, OrderRule, ShopOrder, ShopRefund } from "./orders/shop-order.ts";
export { creditPaths, pathModels } from "./paths/credit-paths.ts";
export type { PathModel, PathRules } from "./paths/credit-paths.ts";
export type { ChannelTotal, PathTotals } from "./paths/path-totals.ts";
export { pathTransforms } from "./paths/transform-path.ts";
export type { PathTransform } from "./paths/transform-path.ts";
export { readTouch } from "./read-touch.ts";
export { posterior } from "./replay/judge-situation.ts";
export type { Judge, ReplayAnswer, ReplayCandidate } from "./replay/judge-situation.ts";
export type { ReplayEvent } from "./replay/replay-event.ts";
export { tellVisit } from "./replay/tell-visit.ts";
export type { StoredSighting } from "./replay/tell-visit.ts";
export { makeSiteMemory } from "./replay/site-memory.ts";
export type { CallSituation, PassedOver } from "./replay/call-situation.ts";
export type { SignWatch, SiteMemory } from "./replay/site-memory.ts";
export { mostPathRows } from "./report/credit-all-paths.ts";
export type { UncalledPath } from "./report/gather-paths.ts";
export { addSums, estimateOf } from "./report/credit-sum.ts";
export type { CreditSum } from "./report/credit-sum.ts";
export type { Estimate } from "./report/estimate.ts";
export { pathToCall, pathWindowMs, wayOf } from "./report/path-to-call.ts";
export type { VisitOnPath } from "./report/path-to-call.ts";
export { reportDimensions } from "./report/report-call.ts";
export type { AdCost, CallerPath, ReportCall, ReportDimension, ReportTouch } from "./report/report-call.ts";
export { reportCredit, reportCreditInSteps } from "./report/report-credit.ts";
export type { CreditReport, ReportQuestion, ReportTooWide } from "./report/report-credit.ts";
export { keyOf, labelOf, rowNamed } from "./report/report-label.ts";
export type { RowLabel } from "./report/report-label.ts";
export type { CallShares } from "./report/shares-of-call.ts";
export { sharesOfCall } from "./report/shares-of-call.ts";
export { payByRow } from "./report/pay-by-row.ts";
export { costPer } from "./report/report-rows.ts";
export type { Ratio, ReportRow } from "./report/report-rows.ts";
export { reportRevenue } from "./report/report-revenue.ts";
export type { ReportOrder, RevenuePart, RevenueQuestion, RevenueRow } from "./report/report-revenue.ts";
export { creditModels } from "./share-credit.ts";
export type { CreditModel } from "./share-credit.ts";
export { sourcePattern } from "./source-pattern.ts";
export { sourceRules, speaksFor } from "./source-rules.ts";
export type { PageSource, SourceWords } from "./source-rules.ts";
export { expectedQuality } from "./world/expected-quality.ts";
export { sizeAccuracy, sizeAccuracyInSteps } from "./world/size-accuracy.ts";
export type { PoolTrial } from "./world/expected-quality.ts";
export type { Quality } from "./world/score-answers.ts";
export type { Channel, Landing, Touch } from "./touch.ts";
export { chooseConversions, usualConversionPolicy } from "./conversions/choose-conversions.ts";
export type { ConversionPolicy, ConversionReach } from "./conversions/choose-conversions.ts";
export { adPlatforms } from "./conversions/conversion.ts";
export type {
  AdClick,
  AdPlatform,
  ClickIdKind,
  Conversion,
  CreditedCall,
  CreditedVisit,
  Worth,
} from "./conversions/conversion.ts";
export { lastClick } from "./conversions/last-click.ts";
export type { Landed } from "./conversions/last-click.ts";
export { planConversionSteps } from "./conversions/plan-conversion-steps.ts";
export type { ConversionStep, PlatformReach, ToldConversion } from "./conversions/plan-conversion-steps.ts";
