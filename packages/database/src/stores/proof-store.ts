import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { chainStart, type AccountId, type ChainEnd } from "@ringtrail/core";
import { checkLink, proofText, type NewProof, type Proof } from "@ringtrail/core/consent";
import type { ProofStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { calls, consentProofs } from "../schema/index.ts";
import { gather } from "./gather.ts";
import { sha256 } from "./sha256.ts";

/** Proofs of one account that share a transaction at most. */
const most = 64;

/**
 * Append-only and hash-chained; the tables' grants and a trigger refuse anything else.
 *
 * One chain per account: whoever appends to it takes turns. So calls that ring at once share a turn, and a caller waits
 * for the turn before the own and not for everybody's.
 */
export function proofStore(db: PostgresJsDatabase): ProofStore {
  const append = gather<NewProof, Proof | "no such call">({
    send: (account, proofs) =>
      actForAccount(db, account, (work) => appendTogether(work, account, proofs), `proofs ${account}`),
    keyOf: nameOf,
    most,
    atOnce: 2,
  });
  return {
    append: async (account, proof) => {
      const kept = await append(account, proof);
      if (kept === "no such call") throw new Error("The account has no such call.");
      return kept;
    },
    ofCall: (account, call) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select()
          .from(consentProofs)
          .where(and(eq(consentProofs.accountId, account), eq(consentProofs.callId, call)))
          .orderBy(asc(consentProofs.sequence));
        return rows.map(proofOf);
      }),
    chain: (account, after) => actForAccount(db, account, (work) => readChain(work, account, after)),
    latest: (account, before, limit) =>
      actForAccount(db, account, async (work) => {
        const earlier = before === undefined ? undefined : lt(consentProofs.sequence, before);
        const rows = await work
          .select()
          .from(consentProofs)
          .where(and(eq(consentProofs.accountId, account), earlier))
          .orderBy(desc(consentProofs.sequence))
          .limit(limit);
        return rows.map(proofOf);
      }),
    firstBroken: (account) => actForAccount(db, account, (work) => firstBroken(work, account)),
  };
}

/** A call's proof is the one of its kind and key: the first that was written stays. */
const nameOf = ({ call, kind, key = "" }: NewProof): string => `${call} ${kind} ${key}`;

/** Appends proofs in their order, in the account's turn. Answers each as it stands in the chain. */
async function appendTogether(
  work: AccountWork,
  account: AccountId,
  proofs: readonly NewProof[],
): Promise<readonly (Proof | "no such call")[]> {
  const of = [...new Set(proofs.map(({ call }) => call))];
  // What is read in one turn is asked for at once: the order in which it is answered does not matter.
  const [before, there, [last]] = await Promise.all([
    work
      .select()
      .from(consentProofs)
      .where(and(eq(consentProofs.accountId, account), inArray(consentProofs.callId, of))),
    work
      .select({ id: calls.id })
      .from(calls)
      .where(and(eq(calls.accountId, account), inArray(calls.id, of))),
    work
      .select({ sequence: consentProofs.sequence, hash: consentProofs.hash })
      .from(consentProofs)
      .where(eq(consentProofs.accountId, account))
      .orderBy(desc(consentProofs.sequence))
      .limit(1),
  ]);
  const known = new Map(before.map(proofOf).map((proof) => [nameOf(proof), proof]));
  const ours = new Set(there.map(({ id }) => id));
  let end: ChainEnd = last ?? chainStart;
  const kept: Proof[] = [];
  const answers = proofs.map((proof) => {
    const first = known.get(nameOf(proof));
    if (first !== undefined) return first;
    if (!ours.has(proof.call)) return "no such call";
    const row = { ...proof, sequence: end.sequence + 1, previousHash: end.hash };
    const link: Proof = { ...row, hash: sha256(proofText(row)) };
    kept.push(link);
    end = link;
    return link;
  });
  if (kept.length > 0) await work.insert(consentProofs).values(kept.map((proof) => rowOf(account, proof)));
  return answers;
}

function rowOf(account: AccountId, { call, key = "", ...columns }: Proof): typeof consentProofs.$inferInsert {
  return { accountId: account, callId: call, key, ...columns };
}

const piece = 500;

async function readChain(work: AccountWork, account: AccountId, after: number): Promise<readonly Proof[]> {
  const rows = await work
    .select()
    .from(consentProofs)
    .where(and(eq(consentProofs.accountId, account), gt(consentProofs.sequence, after)))
    .orderBy(asc(consentProofs.sequence))
    .limit(piece);
  return rows.map(proofOf);
}

/** Walks the chain in pieces, so that six years of proofs need no more memory than a page of them. */
async function firstBroken(work: AccountWork, account: AccountId): Promise<number | undefined> {
  let last = chainStart;
  for (;;) {
    const proofs = await readChain(work, account, last.sequence);
    for (const proof of proofs) {
      const checked = checkLink(last, proof, sha256);
      if (!checked.ok) return checked.reason.sequence;
      last = checked.value;
    }
    if (proofs.length < piece) return undefined;
  }
}

/** Key and facts are absent where there are none, as they were when the hash was made. */
function proofOf({ accountId: _, callId, key, facts, ...columns }: typeof consentProofs.$inferSelect): Proof {
  return { ...columns, call: callId, ...(key === "" ? {} : { key }), ...(facts === null ? {} : { facts }) };
}
