import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every name of a door, types included; a changed list is a changed promise and needs a changeset. */
const doors: Readonly<Record<string, string>> = {
  ".": `noRetentionWish retentionBounds retentionDays retentionDue usualRetention RetentionDays RetentionDue RetentionWish AccountSecurity SignInFacts SignInRules securityBounds signInRules usualSecurity AccountId AuditEntry AuditKind AuditLink ActionsOfKind actionsOfKind auditKinds isOfKind Branded CallId ChainEnd ChainLink LinkCheck LinkFault auditText chainStart checkAuditLink CareDoor CareWord OpenText ConnectionId E164 IdMalformed Instant Milliseconds NumberId PageReading Phi
    PhoneMalformed PoolId RecordingId Result SiteId Taking TargetNumberId Texting VisitId VisitorId WrittenNumber after areaCode between day err hour instant
    Rhythm Silence judgeSilence shortestRhythmMs rhythmMs maskE164 minute numberEdges ok pageReading parseE164 parseId second writtenNumber`,
  "./attribution": `AdClick AdPlatform ClickIdKind Conversion ConversionPolicy ConversionReach ConversionStep CreditedCall
    CreditedVisit PlatformReach ToldConversion Worth adPlatforms chooseConversions lastClick Landed planConversionSteps usualConversionPolicy
    CallMatch CallOnNumber CallParameters CallSituation Candidate Channel ChannelRule ChannelTotal
    Credit CreditModel DelayWeights Device DeviceKind Factor HistoryParameters Holding Judge Landing
    PageSource PassedOver PathModel PathRules PathTotals PathTransform PoolTrial Probability Quality
    RegionParameters ReplayAnswer ReplayCandidate ReplayEvent SignWatch SiteMemory SiteTally
    SourceCondition SourceWords StoredSighting Tallier Touch TouchBefore VisitRegion channelRules
    clickIds creditCall creditModels creditPaths expectedQuality holdingWindowMs leadingCandidate
    leadingTouch learnSite makeSiteMemory makeTallier matchCall nameChannel PlaceOfVisit placesOfMatch pathModels pathTransforms
    posterior isOfThisModel priorParameters callerHistory CallerKnown storyMs
    CallOfVisit OrderEvidence OrderMatch OrderRule OrderRules ReportOrder RevenuePart RevenueQuestion RevenueRow ShopOrder ShopRefund
    matchOrder netMicros reportRevenue usualOrderRules
    addSums CallShares costPer CreditSum estimateOf keyOf labelOf payByRow rowNamed sharesOfCall
    AdCost CallerPath CreditReport Estimate Ratio ReportCall ReportDimension ReportQuestion ReportRow ReportTooWide
    ReportTouch RowLabel UncalledPath VisitOnPath pathToCall pathWindowMs wayOf mostPathRows reportCredit reportCreditInSteps reportDimensions readTouch sizeAccuracy sizeAccuracyInSteps sourcePattern sourceRules speaksFor tellVisit`,
  "./call-flow": `ChangeFact factsOfChange isVoicemail CallerSigns EarlierCall SpamScore SpamSaid isFlagged SpamSign challengeFrom scoreSpam Announcement CallContext CallEvent CallFlow CallNotRecording CallPhase CallPlan CallState Callback
    CarrierRecording CarrierSkill Course CourseDecision DialOutcome FlowStep FlowSteps FlowWrong Language
    LegEnd NoticeAnswer OpeningHours Pause PauseWhy PlaceWording RecordedSides RecordingOffAt RecordingOrder
    RecordingSwitches Rest RungPhone SkillMissing SoundHash StandingNotice StateTold stateTold Step StepName TextState PlannedText UnrecordedWhy Walk
    Words agentKeys announcementFor answerSoFar checkFlow chooseAnnouncement chooseCourse defaultAnnouncement
    everybodyWasTold foldCall mannerOf PhoneSeat placesOfSeats maySteer missingSkills noRest plainContext planAfterChoice
    demandsNotice planNoticeFailed shippedSorry planAfterDial planAfterNotice planFallback planNotInService planRing planUnrecorded planWhisper
    questionWords recordingOffAt recordingOrder ringing shippedWordings shortWords wishOfKeys yesKey`,
  "./consent": `AreaCodeMeaning BrokenLink CallerEvidence Choice Citation ConsentEvidence ConsideredPlace
    GoverningRule HardStop Jurisdiction NewProof NoticeContent OwnerOverride Permission PlaceEvidence
    PlaceRule Placeless Principle Proof ProofCaller ProofFacts ProofKind RecordingDecision RecordingDetail
    RecordingFlags RecordingMeans RecordingObligation RecordingParty RecordingPolicy RecordingPurpose
    RecordingQuestion RecordingQuestionWrong RecordingReason RefusedRuleSet Regime RuleException RuleSet
    RuleSetStamp Tracking Verification newcomerLacks NewcomerLacks checkLink checkSomeLinks decideRecording decideTracking
    inCaseWords isLooser permissionToStore proofText readRecordingCase recordingMeans resolvePlace
    stricter strictestDecision regionOfNumber regionOfPlace`,
  "./healthcare": `checkPageGroups mostPageGroups otherPages pagePatterns PageGroup PageGroupWrong CountedCalls GlassOpening GlassRefused GlassWish HealthcareSettings LengthBucket Recipient RecipientAsked RecipientUncovered
    besideCaller callsOfCounts hiddenName isListedBeside leastOf lengthBucket mayBreakGlass mostGlassMs publishCounts smallestCell touchOfWay usualPeriodDays wayOfCall`,
  "./number-pool": `Area Arrivals areasNear Lease LeasePlan LeaseState Lent MeasuredDemand NumberPool PoolDemand PoolSize ShownHow Slice
    VisitToServe chooseSlice defaultLengths erlangB isWithinRent heartbeatMs judgeSize leaseState loadOf measureDemand
    offeredLoad paidSlice planLease sizePool slicesFor`,
  "./ports": `PageSightings SiteSightings CountedPage HealthcareCut GlassOpened GlassSight HealthcareCounts HealthcareStore LegalHold RetentionRun RetentionStore Invitation Membership PeopleChange PeopleStore Role ConversionStore CreditedQuery ConnectedShop ShopStore OtherTracker OtherTrackerStore CallTold Claim ClaimedDelivery Delivery DeliveryPage DeliveryQuery DeliveryState DeliveryTry Destination
    DestinationStore DestinationWish Fact FactKind FormStore HourCount NewFact NewForm QuietTimes SentForm Settled CreditableOrder KeptOrder NewOrderMatch OrderName OrdersKept OrderStore CallValue CostQuery CostsKept CreditableCall CreditableCaller MoneyStore ReportPeriod VisitorPath CallsCounted CallTotals CreditEarned DaysAsked OverviewDimension OverviewFacts OverviewStore CallerOfCall EarlierRing Rings LearnedParameters ParameterStore CallNote CallNoteStore KeptCallNote LeadStatus AccountStore ApiKey CallFacts CallPage CallQuery CallStore CallSummary Caller CareNames CareStore TargetLabel DeclaredPlace KeptPlace PlaceKind PlacesOfNumber
    CarrierConnection Cursor CursorMalformed IdempotencyStore Impression KeptSound NewCall NewProof NewSound NewVisit
    NumberLimitReached NumberLimits NumberOrder NumberPlace NumberRoute NumberState NumberStore OnceAnswer
    OnceClaim OnceOutcome PageView PoolStore Proof ProofFacts ProofSide ProofStore RecordingFacts RecordingVault Rent
    RentedNumber Scope SignOfLife SiteDirectory SiteSettings SoundStore SourceNumber SpendLimitReached StrayNumber TargetNumber TextingNumber TouchWanted VisitSign VisitStore
    VisitStory usualLimits`,
};

const source = (door: string) => readFileSync(new URL(`${door}/index.ts`, import.meta.url), "utf8");
const namesIn = (text: string) =>
  [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");

test.each(Object.entries(doors))("%s has exactly these names", (door, names) => {
  const expected = names.split(/\s+/).toSorted();

  expect(namesIn(source(door)).toSorted()).toEqual(expected);
});

test.each(Object.keys(doors))("%s names each of its exports and nothing else", (door) => {
  const others = source(door)
    .replaceAll(/^export (?:type )?\{[^}]*\} from "[^"]+";$/gm, "")
    .replaceAll(/^\/\/.*$/gm, "");

  expect(others.trim()).toBe("");
});

test("every door of the package is listed here, and testing is no door of the published one", () => {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { exports, publishConfig } = JSON.parse(text) as Record<"exports", object> & {
    readonly publishConfig: { readonly exports: object };
  };

  const published = Object.keys(publishConfig.exports).filter((door) => door !== "./package.json");
  expect(published.toSorted()).toEqual(Object.keys(doors).toSorted());
  expect(
    Object.keys(exports)
      .filter((door) => !door.startsWith("./testing"))
      .toSorted(),
  ).toEqual(published.toSorted());
});
