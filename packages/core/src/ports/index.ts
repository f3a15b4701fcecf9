export type { AccountStore, ApiKey, Scope } from "./account-store.ts";
export type {
  CallFacts,
  CallPage,
  CallQuery,
  CallStore,
  CallSummary,
  Cursor,
  CursorMalformed,
  NewCall,
  Rings,
  TouchWanted,
} from "./call-store.ts";
export type {
  Caller,
  CallerOfCall,
  CareStore,
  DeclaredPlace,
  KeptPlace,
  PlaceKind,
  PlacesOfNumber,
  EarlierRing,
  RecordingFacts,
  RecordingVault,
} from "./care-store.ts";
export type { CareNames, TargetLabel } from "./care-names.ts";
export type { CallNote, CallNoteStore, KeptCallNote, LeadStatus } from "./call-notes.ts";
export type { ConversionStore, CreditedQuery } from "./conversion-store.ts";
export type {
  CallValue,
  CostQuery,
  CostsKept,
  CreditableCall,
  CreditableCaller,
  MoneyStore,
  ReportPeriod,
  VisitorPath,
} from "./money-store.ts";
export type { CreditableOrder, KeptOrder, NewOrderMatch, OrderName, OrdersKept, OrderStore } from "./order-store.ts";
export type {
  Claim,
  ClaimedDelivery,
  Delivery,
  DeliveryPage,
  DeliveryQuery,
  DeliveryState,
  DeliveryTry,
  Settled,
} from "./delivery.ts";
export type { Destination, DestinationStore, DestinationWish, QuietTimes } from "./destination-store.ts";
export type { CallTold, Fact, FactKind, NewFact } from "./fact.ts";
export type {
  CallsCounted,
  CallTotals,
  CreditEarned,
  DaysAsked,
  OverviewDimension,
  OverviewFacts,
  OverviewStore,
} from "./overview-store.ts";
export type { Invitation, Role, Membership, PeopleChange, PeopleStore } from "./people-store.ts";
export type { FormStore, NewForm, SentForm } from "./form-store.ts";
export type { HourCount } from "./hour-count.ts";
export type {
  CountedPage,
  GlassOpened,
  GlassSight,
  HealthcareCounts,
  HealthcareCut,
  HealthcareStore,
} from "./healthcare-store.ts";
export type { LearnedParameters, ParameterStore } from "./parameter-store.ts";
export type { IdempotencyStore, OnceAnswer, OnceClaim, OnceOutcome } from "./idempotency-store.ts";
export { usualLimits } from "./number-store.ts";
export type {
  NumberLimitReached,
  NumberLimits,
  NumberOrder,
  NumberPlace,
  NumberStore,
  Rent,
  RentedNumber,
  SpendLimitReached,
  StrayNumber,
} from "./number-store.ts";
export type { Impression, NewVisit, NumberState, PageView, PoolStore, SignOfLife } from "./pool-store.ts";
export type { NewProof, Proof, ProofFacts } from "../consent/proof.ts";
export type { ProofSide, ProofStore } from "./proof-store.ts";
export type { OtherTracker, OtherTrackerStore } from "./other-tracker-store.ts";
export type { ConnectedShop, ShopStore } from "./shop-store.ts";
export type { KeptSound, NewSound, SoundStore } from "./sound-store.ts";
export type {
  CarrierConnection,
  NumberRoute,
  SiteDirectory,
  SiteSettings,
  SourceNumber,
  TargetNumber,
  TextingNumber,
} from "./site-directory.ts";
export type { PageSightings, SiteSightings, VisitSign, VisitStore, VisitStory } from "./visit-store.ts";
export type { LegalHold, RetentionRun, RetentionStore } from "./retention-store.ts";
