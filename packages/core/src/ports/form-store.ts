import type { Touch } from "../attribution/touch.ts";
import type { AccountId, SiteId, VisitId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { ReportPeriod } from "./money-store.ts";

/** A form as it was told. What somebody wrote in it is not part of it: whoever runs the form has that. */
export interface NewForm {
  /** A UUID. The same form told again has the same id, and changes nothing. */
  readonly id: string;
  readonly site: SiteId;
  /** What people call it: `contact`. */
  readonly name: string;
  /** The sender's own id of it, by which they find what was written. Not kept of a site in healthcare mode. */
  readonly ref: string | undefined;
  /** Path of the page it stands on. Not kept of a site in healthcare mode. */
  readonly page: string | undefined;
  /** The visit that is said to have sent it. Dropped where the site has no such visit, and in healthcare mode. */
  readonly visit: VisitId | undefined;
  /** How whoever sent it came, where no visit of ours says it. */
  readonly touch: Touch | undefined;
  readonly sentAt: Instant;
}

/** A form as it is kept. */
export interface SentForm extends NewForm {
  readonly siteName: string;
  /** The visit's touch where there is a visit; in healthcare mode without campaign, keyword and click id. */
  readonly touch: Touch | undefined;
}

/** Forms that were sent on an account's sites. */
export interface FormStore {
  /**
   * Keeps a form with the visit that sent it, and tells the outbox in the same transaction. False when it was known.
   *
   * @throws when the account has no such site.
   */
  keep(account: AccountId, form: NewForm): Promise<boolean>;
  /** The forms sent in a time, newest first, at most `limit`. */
  list(account: AccountId, period: ReportPeriod, limit: number): Promise<readonly SentForm[]>;
  /** The forms whose sender calls them by this id, in capitals or not, newest first, at most `limit`: an e-mail may be one. */
  formsUnder(account: AccountId, ref: string, limit: number): Promise<readonly SentForm[]>;
  /** Takes the sender's own id off these forms. */
  forgetRefs(account: AccountId, forms: readonly string[]): Promise<void>;
}
