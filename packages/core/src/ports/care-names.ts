import type { AccountId, SiteId } from "../ids.ts";
import type { Phi } from "../phi.ts";
import type { E164 } from "../phone-number.ts";

/** What a number of a clinic is called: the specialist, the ward. Sealed, because beside a caller it says who sees whom. */
export interface TargetLabel {
  readonly site: SiteId;
  readonly e164: E164;
  readonly label: Phi<string>;
}

/** The names of a clinic's own people and places, which the marketing side is not told. */
export interface CareNames {
  /** The labels of target numbers of the account's sites in healthcare mode. The directory tells none of these. */
  targetLabels(account: AccountId): Promise<readonly TargetLabel[]>;
}
