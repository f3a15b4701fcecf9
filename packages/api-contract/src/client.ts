import type { CallFlowShown } from "./shapes/call-flow.ts";
import type { KeptCallFlow } from "./shapes/kept-call-flow.ts";
import { announcementClient, type AnnouncementClient } from "./announcement-client.ts";
import { ask, type ClientOptions } from "./ask.ts";
import type { CallList } from "./endpoints/list-calls.ts";
import type { RecordingLink } from "./endpoints/create-recording-link.ts";
import type { ApiKeyList } from "./endpoints/list-api-keys.ts";
import type { NewApiKey } from "./endpoints/create-api-key.ts";
import type { AuditKindAsked, AuditLogPage } from "./endpoints/list-audit-log.ts";
import type { JobList } from "./endpoints/list-jobs.ts";
import type { ProofList } from "./endpoints/list-proofs.ts";
import type { RecordingPlaces } from "./endpoints/list-recording-places.ts";
import type { CallProof } from "./endpoints/proof-doors.ts";
import type { PoolList } from "./endpoints/list-pools.ts";
import { destinationClient, type DestinationClient } from "./destination-client.ts";
import { connectClient, type ConnectClient } from "./connect-client.ts";
import { moneyClient, type MoneyClient } from "./money-client.ts";
import { talkClient, type TalkClient } from "./talk-client.ts";
import { peopleClient, type PeopleClient } from "./people-client.ts";
import { numberClient, type NumberClient } from "./number-client.ts";
import { securityClient, type SecurityClient } from "./security-client.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { SiteList } from "./endpoints/list-sites.ts";
import type { NewTestCall, TestCall } from "./endpoints/create-test-call.ts";
import type { RuleSetList } from "./endpoints/rule-set-doors.ts";
import type { CreatedApiKey } from "./shapes/api-key.ts";
import type { CallDetail } from "./shapes/call-detail.ts";
import type { DecisionPreview } from "./shapes/decision-preview.ts";
import type { RecordingQuestionAsked } from "./shapes/recording-question.ts";
import type { RuleSetDiffShown } from "./shapes/rule-set-diff.ts";
import type { SessionShown } from "./shapes/session.ts";

export type { ClientOptions };

/** Which calls, and where the page begins; what is absent is as the reference says. Times are ISO 8601. */
export interface CallFilter {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly site?: string | undefined;
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
  readonly spam?: "hide" | "only" | undefined;
  readonly channel?: string | undefined;
  readonly source?: string | undefined;
  readonly keyword?: string | undefined;
  readonly landingPage?: string | undefined;
  readonly who?: "returning" | "nobody" | undefined;
  readonly outcome?: "answered" | "missed" | undefined;
  readonly firstTime?: "yes" | undefined;
  readonly words?: string | undefined;
}

/** The management API with types. Every method throws `ApiError` when the server answers with a problem. */
export interface Client
  extends
    NumberClient,
    MoneyClient,
    TalkClient,
    AnnouncementClient,
    DestinationClient,
    ConnectClient,
    PeopleClient,
    SecurityClient {
  session(): Promise<SessionShown>;
  listCalls(filter?: CallFilter): Promise<CallList>;
  call(id: string): Promise<CallDetail>;
  /** The call's proofs as they were hashed, to be kept and verified anywhere. */
  callProof(id: string): Promise<CallProof>;
  callFlow(site: string): Promise<KeptCallFlow>;
  setCallFlow(site: string, flow: CallFlowShown): Promise<KeptCallFlow>;
  /** Says what of a flow the site's carriers cannot do, before it is kept. */
  checkCallFlow(site: string, flow: CallFlowShown): Promise<KeptCallFlow>;
  recordingLink(recording: string): Promise<RecordingLink>;
  pools(page?: PageAsked): Promise<PoolList>;
  sites(page?: PageAsked): Promise<SiteList>;
  /** Decides a call that is only thought of; nothing is kept. */
  previewDecision(question: RecordingQuestionAsked): Promise<DecisionPreview>;
  /** Every place with a rule, for the account's own places of business or for these. */
  recordingPlaces(business?: readonly string[]): Promise<RecordingPlaces>;
  ruleSets(): Promise<RuleSetList>;
  /** The account's chain of proofs, newest first. */
  proofs(page?: Pick<CallFilter, "cursor" | "limit">): Promise<ProofList>;
  /** By default what changed since the 2017 article. */
  compareRuleSets(sets?: { readonly before?: string; readonly after?: string }): Promise<RuleSetDiffShown>;
  /** Who did what, newest first. */
  auditLog(page?: PageAsked & { readonly kind?: AuditKindAsked | undefined }): Promise<AuditLogPage>;
  jobs(): Promise<JobList>;
  retryJob(id: string): Promise<void>;
  apiKeys(page?: PageAsked): Promise<ApiKeyList>;
  /** With an `idempotencyKey` a repetition answers the same, makes nothing and rings nobody twice. */
  createApiKey(key: NewApiKey, idempotencyKey?: string): Promise<CreatedApiKey>;
  revokeApiKey(id: string): Promise<void>;
  ringTestCall(call: NewTestCall, idempotencyKey?: string): Promise<TestCall>;
}

/** Makes the client. It holds no state and trusts the shape of the server's answers: unknown fields and values pass. */
export function createClient(options: ClientOptions): Client {
  const any = <Answer>(method: string, path: string, body?: unknown, key?: string) =>
    ask<Answer>(options, method, path, body, key);
  const get = <Answer>(path: string) => any<Answer>("GET", path);
  const post = <Answer>(path: string, body?: unknown, key?: string) => any<Answer>("POST", path, body, key);
  const part = encodeURIComponent;
  return {
    session: () => get("/v1/session"),
    listCalls: (filter = {}) => get(`/v1/calls${queryOf(filter)}`),
    call: (id) => get(`/v1/calls/${part(id)}`),
    callProof: (id) => get(`/v1/calls/${part(id)}/proof`),
    callFlow: (site) => get(`/v1/sites/${part(site)}/call-flow`),
    setCallFlow: (site, flow) => any("PUT", `/v1/sites/${part(site)}/call-flow`, flow),
    checkCallFlow: (site, flow) => post(`/v1/sites/${part(site)}/call-flow/checks`, flow),
    ...announcementClient({ get, post, remove: (path) => ask(options, "DELETE", path) }),
    ...connectClient({ get, post }),
    recordingLink: (recording) => post(`/v1/recordings/${part(recording)}/links`),
    pools: (page = {}) => get(`/v1/pools${queryOf(page)}`),
    sites: (page = {}) => get(`/v1/sites${queryOf(page)}`),
    previewDecision: (question) => post("/v1/recording-consent/decisions/preview", question),
    recordingPlaces: (business) => get(`/v1/recording-consent/places${queryOf({ business: business?.join(",") })}`),
    proofs: (page = {}) => get(`/v1/recording-consent/proofs${queryOf(page)}`),
    ruleSets: () => get("/v1/recording-consent/rule-sets"),
    compareRuleSets: (sets = {}) => get(`/v1/recording-consent/rule-sets/diff${queryOf(sets)}`),
    ...numberClient({ get, post }),
    ...peopleClient(any),
    ...talkClient(any),
    ...destinationClient(any),
    ...securityClient(any),
    ...moneyClient(any),
    auditLog: (page = {}) => get(`/v1/audit-log${queryOf(page)}`),
    jobs: () => get("/v1/jobs"),
    retryJob: (id) => post(`/v1/jobs/${part(id)}/retries`),
    apiKeys: (page = {}) => get(`/v1/api-keys${queryOf(page)}`),
    createApiKey: (key, idempotencyKey) => post("/v1/api-keys", key, idempotencyKey),
    revokeApiKey: (id) => any("DELETE", `/v1/api-keys/${part(id)}`),
    ringTestCall: (call, idempotencyKey) => post("/v1/test-calls", call, idempotencyKey),
  };
}
