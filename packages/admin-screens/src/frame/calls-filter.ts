/** Which calls a list shows: none that is flagged as spam, or only them. */
export type SpamFilter = "hide" | "only";

/** What narrows a list of calls. Every part that is there must fit; the address names them all. */
export interface CallsFilter {
  readonly spam?: SpamFilter;
  /** Days of the account's time zone, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly site?: string;
  /** The channel of somebody who may have called. Of these four, an empty text means that nothing was told. */
  readonly channel?: string;
  readonly source?: string;
  readonly keyword?: string;
  readonly landingPage?: string;
  /** Who may have called without a visit: somebody who called before, or nobody we know. */
  readonly who?: "returning" | "nobody";
  readonly outcome?: "answered" | "missed";
  /** Of callers nobody knows an earlier call of. */
  readonly firstTime?: "yes";
  /** Words of a source, a keyword, a landing page or a number. */
  readonly words?: string;
}

const spam: readonly SpamFilter[] = ["hide", "only"];
const who = ["returning", "nobody"] as const;
const outcomes = ["answered", "missed"] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const texts = ["channel", "source", "keyword", "landingPage", "words"] as const;

/** Reads what an address says of a filter; what nobody gave out is passed over. */
export function readFilter(query: string): CallsFilter {
  const said = new URLSearchParams(query);
  const fits = (name: string, pattern: RegExp) => pattern.test(said.get(name) ?? "");
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined =>
    words.find((word) => word === said.get(name));
  return whatIsThere({
    spam: oneOf("spam", spam),
    from: fits("from", day) ? said.get("from") : undefined,
    to: fits("to", day) ? said.get("to") : undefined,
    site: fits("site", id) ? said.get("site") : undefined,
    ...Object.fromEntries(texts.map((name) => [name, said.get(name)?.slice(0, 200)])),
    who: oneOf("who", who),
    outcome: oneOf("outcome", outcomes),
    firstTime: oneOf("firstTime", ["yes"] as const),
  });
}

/** A filter as the end of an address; empty when it narrows nothing. */
export function filterQuery(filter: CallsFilter): string {
  const said = new URLSearchParams(whatIsThere({ ...filter }) as Record<string, string>);
  return said.size === 0 ? "" : `?${said}`;
}

/** Without the parts that are not there, so that the same filter is the same object in every comparison. */
function whatIsThere(parts: Readonly<Record<string, string | null | undefined>>): CallsFilter {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== null),
  ) as CallsFilter;
}
