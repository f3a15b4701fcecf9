import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as contract from "./index.ts";

/** Every name, types included; a changed list is a changed promise and needs a changeset. */
const names = `EmailErased EmailExport eraseEmail exportEmail NewSite SiteCheck siteDoors LegalHoldShown NewLegalHold retentionDoors RetentionShown RetentionWanted eraseVisitor exportVisitor VisitorErased VisitorExport
  personSafetyDoors SecurityClient SessionOfPerson securityDoors SecurityShown SecurityWish sessionDoors SessionList
  PeopleClient invitationDoors InvitationAnswer InvitationSeen AccountList NewAccount NewInvitation PeopleList peopleDoors
  AccountShown CreatedInvitation InvitationShown PersonShown RoleShown AdClient AdPlatformList AdPlatformShown AdPlatformWanted ConversionPolicyTold adDoors ApiError AuditEntryShown AuditKindAsked AuditLogPage listAuditLog listRecordingAccesses ApiKeyList ApiKeyShown Beacon BeaconEvent CallDetail CallFilter CallFlowShown CallList
  CallMatchShown CallProof CallStateShown CallSummary CallerShown CandidateShown listProofs ProofList CheckedCitation CitationShown
  Client ClientOptions CreatedApiKey DeadJobShown DecisionPreview DecisionShown Endpoint FactorShown Health
  HelpTopic IdParams JobList KeptCallFlow LandingShown LiveEvent MatchKind Means Moment MomentShown
  MonthlyPriceShown NameOfPlace NewApiKey NewDestination NewNumber NewTestCall NextPage NumberClient
  NumberLimitsShown NumberList NumberPurpose NumberShown OfferFilter OfferList OfferedNumberShown
  OverrideShown PageFacts PageQuery PageShown PlaceChangeShown PlaceConsidered PlaceLawShown PoolList
  PoolState Probability Problem ProblemCode ProblemMeaning ProblemReceived ProofShown QuestionWrongWords
  QueueShown Readiness ReasonShown RecordingExplanation RecordingLink RecordingPlaces RecordingQuestionAsked
  RecordingRest SpamShown SpamSignShown SpamWord saySpam RecordingShown RentedNumberShown RuleSetDiffShown RuleSetList RuleSetShown Scope SessionShown
  ShownNumber SiteConfig SiteList SiteSummary SnippetReport SourceConfig SourceKind SwapRequest SwapResponse
  callNoteDoors CallNoteShown CallNoteWanted choosePoolPolicy PoolPolicy HeardShown NumberOnPage PageLook SilenceList siteSightDoors CarrierList listCarriers exportAccountRows CostFileQuery CostFileRead CostsImportedShown importCosts AdCostTold CallValueShown CostsKeptShown CreditReportShown Currency EstimateShown MoneyClient NewCosts ReportFilter
  ReportQuery ReportRowShown exportCallReport getCallReport getCallValue removeCallValue saveCosts setCallValue
  TestCall TouchShown WrittenNumber allEndpoints buyNumber changeDestination compareRuleSets createApiKey
  AnnouncementClient CallerPlaceList CallerPlaceShown NewCallerPlace declareCallerPlace listCallerPlaces withdrawCallerPlace ShippedSoundShown SoundList SoundShown listSounds playSound uploadSound
  createClient createRecordingLink createTestCall defineEndpoint explainRecording exportNumbers getCall
  CallerErased CallerExport eraseCaller exportCaller addTarget approveConnectRequest collectConnectRequest ConnectApproval ConnectClient ConnectOutcome ConnectRequestShown FallbackDocuments getConnectRequest
  listFallbackDocuments NewConnectRequest openConnectRequest OpenedConnectRequest
  getCallCertificate getCallFlow getCallProof getHealth getNumberLimits getPollution listNotices NoticesSeen OwnerNotices OwnerNoticeShown seeNotices sayNotice PollutionReport StrayNumberShown getReadiness getSession getSiteConfig
  importNumber listApiKeys listCalls listJobs listNumbers listPools listRecordingPlaces listRuleSets listSites
  markNumber meansAsked meansInShort notLegalAdvice pauseRecording playRecording previewRecordingDecision problemCodes
  problemType problems problemsOf recordingHelp releaseNumber reportSnippet resumeRecording retryJob
  revokeApiKey saveNumberLimits sayCitation sayConsidered sayGoverning sayInputs sayMissingSkill sayOutcome
  sayProof sayProofFacts sayQuestionWrong sayReading sayReason sayVerification scopeMeanings scopes
  destinationDoors CreatedDestination DeliveryShown DestinationShown DestinationWanted
  ConversionLedger ToldConversionShown formDoors FormList FormFilter FormKept FormShown NewFormTold PageForm quietDoors OwnQuietHours QuietHours
  NewOrders OrderFilter OrderList OrderRulesShown OrderShown OrderTold OrdersKeptShown RevenueReportShown RevenueRowShown
  getOrderRules getRevenueReport listCallOrders listOrders saveOrders setOrderRules
  NewShop ShopList ShopShown connectShop listShops OtherTrackerList WaitingCallList shopSightDoors NewcomerNamed NewcomerTold TalkClient announceNewcomer tellNewcomer
  CallerPlacesKept PlaceKind declarePlaceOfCall getPlacesOfCall importCallerPlaces forgetCallerPlace
  NewOverride OverrideList OwnerOverride keepOverride listOverrides withdrawOverride
  channelRuleDoors ChannelRuleList ChannelRuleShown ChannelTried LandingTried queryOf exportCalls overviewDoors OverviewDay OverviewFilter OverviewRow OverviewShown OverviewTotals TimeZoneChosen
  searchNumbers createSignInClient SecondFactorMade SignInClient sendBeacon checkCallFlow setCallFlow sourceKinds streamLive swapNumbers takesIdempotencyKey countPage PageCount PageGroupRow wholeList`;

test("the package has exactly these names", () => {
  const source = readFileSync(new URL("index.ts", import.meta.url), "utf8");
  const exported = [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, listed = ""]) => listed.split(","))
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== "");

  expect(exported.toSorted()).toEqual(names.split(/\s+/).toSorted());
  expect(names.split(/\s+/)).toEqual(expect.arrayContaining(Object.keys(contract)));
});

test("every endpoint has a name, an address and an answer of its own", () => {
  const { allEndpoints } = contract;
  expect(new Set(allEndpoints.map(({ name }) => name)).size).toBe(allEndpoints.length);
  expect(new Set(allEndpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(allEndpoints.length);
  for (const { name, status, response, mediaType, path, params } of allEndpoints) {
    expect(status === 204, name).toBe(response === undefined && mediaType === undefined);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    expect(Object.keys(params?.shape ?? {}), name).toEqual(inPath);
  }
});

test("pages are at least 1 and at most 100 long", () => {
  const { PageQuery } = contract;
  expect(PageQuery.parse({})).toEqual({ limit: 25 });
  expect(PageQuery.parse({ limit: "100" })).toEqual({ limit: 100 });
  expect(PageQuery.safeParse({ limit: "101" }).success).toBe(false);
});
