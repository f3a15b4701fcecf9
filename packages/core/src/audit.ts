import type { OpenText } from "./care-word.ts";
import {
  canonicalText,
  faultOfLink,
  type ChainEnd,
  type ChainLink,
  type LinkCheck,
  type LinkFault,
} from "./hash-chain.ts";
import type { Instant } from "./time.ts";

/** Who did what to what. Facts carry no personal data, and of a call flow no word. */
export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, OpenText | number | boolean>>;
}

/** An entry in the account's chain: 1, 2, 3... without a gap, each with the hash of the one before it. */
export interface AuditLink extends AuditEntry, ChainLink {}

/**
 * The text whose SHA-256 is an entry's hash. It covers every field but the hash itself, so changing, adding or leaving
 * out an entry breaks the chain from there on.
 */
export function auditText({
  sequence,
  previousHash,
  at,
  actor,
  action,
  object,
  facts,
}: Omit<AuditLink, "hash">): string {
  return canonicalText({ sequence, previousHash, at, actor, action, object, facts });
}

/**
 * Checks the next link of an audit log's chain.
 *
 * @param sha256 of a text in UTF-8, hex: the core brings no cryptography.
 */
export function checkAuditLink(
  before: ChainEnd,
  link: AuditLink,
  sha256: (text: string) => string,
): LinkCheck<LinkFault> {
  const fault = faultOfLink(before, link, sha256(auditText(link)));
  return fault === undefined
    ? { ok: true, value: { sequence: link.sequence, hash: link.hash } }
    : { ok: false, reason: fault };
}
