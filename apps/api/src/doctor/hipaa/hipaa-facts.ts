/** What was found of one installation, as figures and names; the lines of the doctor are written from it alone. */
export interface HipaaFacts {
  /** Names of the sites in healthcare mode. */
  readonly sites: readonly string[];
  /** Where the master key lies, and whether others than its owner may read it. Undefined: it came by the environment. */
  readonly keyFile: { readonly path: string; readonly isOpen: boolean } | undefined;
  readonly publicUrl: string | undefined;
  /** Destinations that would be told of a clinic's callers and are covered by nothing. */
  readonly uncovered: readonly string[];
  /** Ad platforms that are still told of a clinic's calls. */
  readonly adPlatforms: readonly string[];
  readonly people: number;
  readonly withoutTwoFactor: number;
  readonly callsBefore: number;
  readonly visitsBefore: number;
  readonly poolNumbers: number;
  /** Rights that join what must stay apart. */
  readonly rights: readonly string[];
  /** The first broken entry of an account's audit log, if one is. */
  readonly brokenAt: { readonly account: string; readonly sequence: number } | undefined;
  /** Log files that hold what looks like a phone number, by line; and how many files were looked at. */
  readonly numbersInLogs: readonly { readonly file: string; readonly line: number }[];
  readonly logs: number;
  /** Log files that say to the minute when a page was asked for. */
  readonly visitsInLogs: readonly { readonly file: string; readonly line: number }[];
  /** Files among the recordings that are not sealed. */
  readonly plainRecordings: readonly string[];
  /** Kinds of data for which no owner has set a time after which they go. */
  readonly withoutRetention: readonly string[];
}
