/** Where a chain stands: the sequence and hash of its last good link. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** What makes a row a link: each carries the hash of what it says, and the hash of the one before. */
export interface ChainLink extends ChainEnd {
  readonly previousHash: string;
}

/** What is wrong with a link. */
export interface LinkFault {
  readonly sequence: number;
  /**
   * `missing`: the link of this sequence is not there. `rewritten`: what it says is not what was hashed.
   * `foreign`: it does not follow the link before it, so one of them was put in another's place.
   */
  readonly why: "missing" | "rewritten" | "foreign";
}

/** Where the chain stands after a link, or what is wrong with that link. */
export type LinkCheck<Fault extends LinkFault> =
  | { readonly ok: true; readonly value: ChainEnd }
  | { readonly ok: false; readonly reason: Fault };

/** The end of a chain without a link; its hash stands before the first. */
export const chainStart: ChainEnd = { sequence: 0, hash: "0".repeat(64) };

/** What is wrong with a link that should come after `before`; undefined when it holds. `hash` is of what it says. */
export function faultOfLink(before: ChainEnd, link: ChainLink, hash: string): LinkFault | undefined {
  const { sequence } = link;
  if (sequence !== before.sequence + 1) return { sequence: before.sequence + 1, why: "missing" };
  if (link.previousHash !== before.hash) return { sequence, why: "foreign" };
  return link.hash === hash ? undefined : { sequence, why: "rewritten" };
}

/**
 * JSON with the keys of every object in alphabetical order and no spaces; absent fields are left out.
 *
 * A database may give an object's keys back in another order; a hash must not depend on it.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(",")}}`;
}
