export type { AccountStore, ApiKey, Scope } from "./account-store.ts";
export type { CallFacts, CallStore, CallSummary, Cursor, NewCall } from "./call-store.ts";
export type { Caller, CareStore, RecordingFacts, RecordingVault } from "./care-store.ts";
export type { NewVisit, NumberState, PageView, PoolStore, SignOfLife } from "./pool-store.ts";
export type { NewProof, Proof, ProofStore } from "./proof-store.ts";
export type {
  CarrierConnection,
  NumberRoute,
  SiteDirectory,
  SiteSettings,
  SourceNumber,
  TargetNumber,
} from "./site-directory.ts";
export type { VisitSign, VisitStore, VisitStory } from "./visit-store.ts";
