import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { chainStart, type AccountId } from "@ringtrail/core";
import { checkLink, proofText, type NewProof, type Proof } from "@ringtrail/core/consent";
import type { ProofStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { calls, consentProofs } from "../schema/index.ts";
import { sha256 } from "./sha256.ts";

/** Append-only and hash-chained; the tables' grants and a trigger refuse anything else. */
export function proofStore(db: PostgresJsDatabase): ProofStore {
  return {
    append: (account, proof) =>
      actForAccount(db, account, async (work) => {
        // One chain per account: whoever appends to it takes turns.
        await work.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`proofs ${account}`}, 0))`);
        const known = await findProof(work, account, proof);
        if (known !== undefined) return known;
        await demandCall(work, account, proof);
        const [last] = await work
          .select({ sequence: consentProofs.sequence, hash: consentProofs.hash })
          .from(consentProofs)
          .where(eq(consentProofs.accountId, account))
          .orderBy(desc(consentProofs.sequence))
          .limit(1);
        const row = { ...proof, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? chainStart.hash };
        const kept: Proof = { ...row, hash: sha256(proofText(row)) };
        const { call, key = "", ...columns } = kept;
        await work.insert(consentProofs).values({ accountId: account, callId: call, key, ...columns });
        return kept;
      }),
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

async function findProof(work: AccountWork, account: AccountId, proof: NewProof): Promise<Proof | undefined> {
  const { accountId, callId, kind, key } = consentProofs;
  const same = and(eq(callId, proof.call), eq(kind, proof.kind), eq(key, proof.key ?? ""));
  const [row] = await work
    .select()
    .from(consentProofs)
    .where(and(eq(accountId, account), same));
  return row && proofOf(row);
}

async function demandCall(work: AccountWork, account: AccountId, { call }: NewProof): Promise<void> {
  const found = await work.$count(calls, and(eq(calls.accountId, account), eq(calls.id, call)));
  if (found === 0) throw new Error("The account has no such call.");
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
