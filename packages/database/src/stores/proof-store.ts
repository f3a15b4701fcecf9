import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { chainStart, type AccountId, type ChainEnd } from "@ringtrail/core";
import { checkLink, proofText, type NewProof, type Proof } from "@ringtrail/core/consent";
import type { ProofSide, ProofStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, desc, eq, gt, inArray, lt } from "../drizzle.ts";
import type { consentProofs } from "../schema/index.ts";
import { gather } from "./gather.ts";
import { proofGrounds as grounds } from "./proof-grounds.ts";
import { sha256 } from "./sha256.ts";

/** Proofs of one account that share a transaction at most. */
const most = 64;

/** One side's chain: it keeps no proof of a call that lies on the other. */
export interface ProofChain extends Omit<ProofStore, "append"> {
  readonly append: (account: AccountId, proof: NewProof) => Promise<Proof | "no such call">;
}

/**
 * Append-only and hash-chained; the tables' grants and a trigger refuse anything else.
 *
 * One chain per account: whoever appends to it takes turns. So calls that ring at once share a turn, and a caller waits
 * for the turn before the own and not for everybody's.
 */
export function proofChain(db: PostgresJsDatabase, side: ProofSide): ProofChain {
  const { table } = grounds[side];
  const append = gather<NewProof, Proof | "no such call">({
    send: (account, proofs) =>
      actForAccount(db, account, (work) => appendTogether(work, account, proofs, side), `${side} proofs ${account}`),
    keyOf: nameOf,
    most,
    atOnce: 2,
  });
  return {
    append,
    ofCall: (account, call) =>
      actForAccount(db, account, async (work) => {
        const rows = await work
          .select()
          .from(table)
          .where(and(eq(table.accountId, account), eq(table.callId, call)))
          .orderBy(asc(table.sequence));
        return rows.map(proofOf);
      }),
    chain: (account, after) => actForAccount(db, account, (work) => readChain(work, account, after, side)),
    latest: (account, before, limit) =>
      actForAccount(db, account, async (work) => {
        const earlier = before === undefined ? undefined : lt(table.sequence, before);
        const rows = await work
          .select()
          .from(table)
          .where(and(eq(table.accountId, account), earlier))
          .orderBy(desc(table.sequence))
          .limit(limit);
        return rows.map(proofOf);
      }),
    firstBroken: (account) => actForAccount(db, account, (work) => firstBroken(work, account, side)),
  };
}

/** A call's proof is the one of its kind and key: the first that was written stays. */
const nameOf = ({ call, kind, key = "" }: NewProof): string => `${call} ${kind} ${key}`;

/** Appends proofs in their order, in the account's turn. Answers each as it stands in the chain. */
async function appendTogether(
  work: AccountWork,
  account: AccountId,
  proofs: readonly NewProof[],
  side: ProofSide,
): Promise<readonly (Proof | "no such call")[]> {
  const { table, ours } = grounds[side];
  const of = [...new Set(proofs.map(({ call }) => call))];
  // What is read in one turn is asked for at once: the order in which it is answered does not matter.
  const [before, there, [last]] = await Promise.all([
    work
      .select()
      .from(table)
      .where(and(eq(table.accountId, account), inArray(table.callId, of))),
    ours(work, account, of),
    work
      .select({ sequence: table.sequence, hash: table.hash })
      .from(table)
      .where(eq(table.accountId, account))
      .orderBy(desc(table.sequence))
      .limit(1),
  ]);
  const known = new Map(before.map(proofOf).map((proof) => [nameOf(proof), proof]));
  const isThere = new Set(there.map(({ id }) => id));
  let end: ChainEnd = last ?? chainStart;
  const kept: Proof[] = [];
  const answers = proofs.map((proof) => {
    const first = known.get(nameOf(proof));
    if (first !== undefined) return first;
    if (!isThere.has(proof.call)) return "no such call";
    const row = { ...proof, sequence: end.sequence + 1, previousHash: end.hash };
    const link: Proof = { ...row, hash: sha256(proofText(row)) };
    kept.push(link);
    end = link;
    return link;
  });
  if (kept.length > 0) await work.insert(table).values(kept.map((proof) => rowOf(account, proof)));
  return answers;
}

function rowOf(account: AccountId, { call, key = "", ...columns }: Proof): typeof consentProofs.$inferInsert {
  return { accountId: account, callId: call, key, ...columns };
}

const piece = 500;

async function readChain(
  work: AccountWork,
  account: AccountId,
  after: number,
  side: ProofSide,
): Promise<readonly Proof[]> {
  const { table } = grounds[side];
  const rows = await work
    .select()
    .from(table)
    .where(and(eq(table.accountId, account), gt(table.sequence, after)))
    .orderBy(asc(table.sequence))
    .limit(piece);
  return rows.map(proofOf);
}

/** Walks the chain in pieces, so that six years of proofs need no more memory than a page of them. */
async function firstBroken(work: AccountWork, account: AccountId, side: ProofSide): Promise<number | undefined> {
  let last = chainStart;
  for (;;) {
    const proofs = await readChain(work, account, last.sequence, side);
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
