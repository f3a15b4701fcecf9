import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as contract from "./index.ts";

/** Every name, types included; a changed list is a changed promise and needs a changeset. */
const names = `ApiError ApiKeyList ApiKeyShown Beacon BeaconEvent CallDetail CallFilter CallList CallMatchShown CallProof
  CallStateShown CallSummary CallerShown CandidateShown CitationShown Client ClientOptions CreatedApiKey DeadJobShown
  DecisionShown Endpoint FactorShown Health IdParams JobList LandingShown LiveEvent MatchKind Moment MomentShown NameOfPlace
  NewApiKey NewTestCall NextPage NumberShown PageFacts PageQuery PageShown PoolList PoolState Probability Problem
  ProblemCode ProblemMeaning ProblemReceived ProofShown QuestionWrongWords QueueShown Readiness ReasonShown RecordingExplanation
  RecordingLink RecordingShown Scope SessionShown ShownNumber SiteConfig SiteList SiteSummary SnippetReport SourceConfig
  SwapRequest SwapResponse TestCall TouchShown WrittenNumber allEndpoints createApiKey createClient createRecordingLink createTestCall
  defineEndpoint explainRecording getCall getCallCertificate getCallProof getHealth getReadiness getSession getSiteConfig listApiKeys listCalls listJobs listPools listSites
  playRecording problemCodes problemType problems problemsOf reportSnippet retryJob revokeApiKey sayCitation sayInputs sayOutcome sayProof sayProofFacts sayQuestionWrong sayReason
  CheckedCitation DecisionPreview Means OverrideShown PlaceChangeShown PlaceConsidered PlaceLawShown RecordingPlaces RecordingQuestionAsked
  RuleSetDiffShown RuleSetList RuleSetShown compareRuleSets listRecordingPlaces listRuleSets meansAsked meansInShort
  notLegalAdvice HelpTopic recordingHelp previewRecordingDecision sayConsidered sayGoverning sayReading sayVerification
  scopeMeanings scopes changeDestination getNumberLimits NewDestination NumberLimitsShown saveNumberLimits buyNumber
  exportNumbers importNumber listNumbers NewNumber NumberList NumberPurpose OfferList releaseNumber searchNumbers
  MonthlyPriceShown OfferedNumberShown RentedNumberShown sourceKinds SourceKind NumberClient OfferFilter sendBeacon streamLive swapNumbers takesIdempotencyKey`;

test("the package has exactly these names", () => {
  const source = readFileSync(new URL("index.ts", import.meta.url), "utf8");
  const exported = [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, listed = ""]) => listed.split(","))
    .map((name) => name.trim())
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
