import type {
  AccountStore,
  CallStore,
  CareStore,
  ConversionStore,
  DestinationStore,
  FormStore,
  HealthcareStore,
  IdempotencyStore,
  MoneyStore,
  NumberStore,
  OrderStore,
  OtherTrackerStore,
  OverviewStore,
  ParameterStore,
  PoolStore,
  ProofStore,
  RecordingVault,
  ShopStore,
  SiteDirectory,
  SoundStore,
  VisitStore,
} from "../src/ports/index.ts";
import type { AccountId, RecordingId } from "../src/index.ts";

/** The stores of one world: what one of them keeps, the others see. Every suite is written against this alone. */
export interface World {
  readonly accounts: AccountStore;
  readonly directory: SiteDirectory;
  readonly pools: PoolStore;
  readonly numbers: NumberStore;
  readonly visits: VisitStore;
  readonly calls: CallStore;
  readonly care: CareStore;
  readonly proofs: ProofStore;
  readonly vault: RecordingVault;
  readonly idempotency: IdempotencyStore;
  readonly parameters: ParameterStore;
  readonly money: MoneyStore;
  readonly overviews: OverviewStore;
  readonly orders: OrderStore;
  readonly shops: ShopStore;
  readonly otherTrackers: OtherTrackerStore;
  readonly conversions: ConversionStore;
  readonly sounds: SoundStore;
  readonly destinations: DestinationStore;
  readonly forms: FormStore;
  readonly healthcare: HealthcareStore;
  /** What no port allows: the hand of an intruder who owns the disk and the database. */
  readonly intruder: Intruder;
  readonly close: () => Promise<void>;
}

/** Changes what is kept behind the stores' backs. */
export interface Intruder {
  readonly rewriteProof: (account: AccountId, sequence: number, wording: string) => Promise<void>;
  readonly eraseProof: (account: AccountId, sequence: number) => Promise<void>;
  /** Flips one bit in the middle of a recording's sound as it is kept. */
  readonly flipRecordingBit: (account: AccountId, recording: RecordingId) => Promise<void>;
}

/** Makes a world of its own: empty, or at least without anything a suite would meet. */
export type MakeWorld = () => Promise<World>;

const nobody = async (): Promise<void> => {};
/** For worlds in which nobody reaches behind the ports. */
export const noIntruder: Intruder = { rewriteProof: nobody, eraseProof: nobody, flipRecordingBit: nobody };
