import type { AccountId, SiteId } from "../ids.ts";
import type { CareWord } from "../care-word.ts";
import type { Phi } from "../phi.ts";
import type { E164 } from "../phone-number.ts";

/** What a number of a clinic is called: the specialist, the ward. Sealed, because beside a caller it says who sees whom. */
export interface TargetLabel {
  readonly site: SiteId;
  readonly e164: E164;
  readonly label: Phi<string>;
}

/** A phone that calls to a clinic ring, and the random id by which the audit log and notices tell of it. */
export interface PhoneNamed {
  /** A UUID that says neither the number nor when it was given. */
  readonly id: string;
  readonly phone: Phi<E164>;
}

/** The names of a clinic's own people and places, which the marketing side is not told. */
export interface CareNames {
  /** The labels of target numbers of the account's sites in healthcare mode. The directory tells none of these. */
  targetLabels(account: AccountId): Promise<readonly TargetLabel[]>;
  /** The ids of these phones of a site, in their order. A phone that has none gets one and keeps it. */
  namePhones(account: AccountId, site: SiteId, phones: readonly CareWord<E164>[]): Promise<readonly string[]>;
  /** The phones of a site that have an id. */
  namedPhones(account: AccountId, site: SiteId): Promise<readonly PhoneNamed[]>;
}
