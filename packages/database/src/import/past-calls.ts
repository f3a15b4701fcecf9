import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, CallId, ConnectionId, E164, Instant, NumberId, SiteId, TargetNumberId } from "@ringtrail/core";
import type { CallMatch, Touch } from "@ringtrail/core/attribution";
import { foldCall, type CallEvent } from "@ringtrail/core/call-flow";
import { actForAccount } from "../act-for-account.ts";
import { makeId } from "../make-id.ts";
import { callEvents, calls, connections, trackingNumbers } from "../schema/index.ts";

/** A call another call tracker took, as its facts are kept here. The caller lies in the care tables. */
export interface KeptPastCall {
  readonly connection: ConnectionId;
  readonly carrierRef: string;
  readonly number: NumberId;
  readonly site: SiteId;
  readonly rangAt: Instant;
  readonly events: readonly CallEvent[];
  readonly match: CallMatch;
  readonly sourceTouch: Touch | undefined;
}

/** A number another call tracker rented: nobody is shown it, and no carrier of ours has it. */
export interface KeptPastNumber {
  readonly connection: ConnectionId;
  readonly site: SiteId;
  readonly target: TargetNumberId;
  readonly e164: E164;
  readonly touch: Touch;
  readonly at: Instant;
}

/**
 * What other call trackers took before. Nothing kept here is told to any destination: it happened long ago, and
 * somebody was told of it then.
 */
export interface PastCalls {
  /** Where a tracker's calls hang; undefined when none were kept yet. No port answers it: it is no carrier. */
  find(account: AccountId, tracker: string): Promise<ConnectionId | undefined>;
  begin(account: AccountId, tracker: string): Promise<ConnectionId>;
  /** The account's number of this E.164, whoever rents it; one in use before one that was given back. */
  numberOf(account: AccountId, e164: E164): Promise<NumberId | undefined>;
  keepNumber(account: AccountId, number: KeptPastNumber): Promise<NumberId>;
  /** The id the call has or will have: the same for the same reference. */
  idOf(account: AccountId, connection: ConnectionId, carrierRef: string): CallId;
  /** Keeps the call unless it is known. Answers whether it is new. */
  keep(account: AccountId, call: KeptPastCall): Promise<boolean>;
}

/** Keeps past calls in a transaction each: a run that breaks off is finished by the next one. */
export function pastCalls(db: PostgresJsDatabase): PastCalls {
  const find: PastCalls["find"] = (account, tracker) =>
    actForAccount(db, account, async (work) => {
      const { id, accountId, carrier, carrierAccount } = connections;
      const [row] = await work
        .select({ id })
        .from(connections)
        .where(and(eq(accountId, account), eq(carrier, "imported"), eq(carrierAccount, tracker)));
      return row?.id;
    });
  const numberOf: PastCalls["numberOf"] = (account, e164) =>
    actForAccount(db, account, async (work) => {
      const { id, accountId, releasedAt } = trackingNumbers;
      const [row] = await work
        .select({ id })
        .from(trackingNumbers)
        .where(and(eq(accountId, account), eq(trackingNumbers.e164, e164)))
        .orderBy(sql`${releasedAt} desc nulls first`, asc(id))
        .limit(1);
      return row?.id;
    });
  return {
    find,
    numberOf,
    begin: async (account, tracker) => {
      const none = { secretSealed: Buffer.alloc(0), apiBase: "" };
      const row = { accountId: account, carrier: "imported" as const, carrierAccount: tracker, ...none };
      await actForAccount(db, account, (work) =>
        work
          .insert(connections)
          .values({ id: makeId<ConnectionId>(), ...row })
          .onConflictDoNothing(),
      );
      return there(await find(account, tracker));
    },
    keepNumber: async (account, { connection, site, target, e164, touch, at }) => {
      const placed = { connectionId: connection, siteId: site, targetId: target, e164, sourceTouch: touch };
      await actForAccount(db, account, (work) =>
        work
          .insert(trackingNumbers)
          .values({ accountId: account, id: makeId<NumberId>(), ...placed, restsUntil: at, releasedAt: at })
          .onConflictDoNothing(),
      );
      return there(await numberOf(account, e164));
    },
    idOf,
    keep: (account, { connection, carrierRef, number, site, rangAt, events, match, sourceTouch }) =>
      actForAccount(db, account, async (work) => {
        const id = idOf(account, connection, carrierRef);
        const { kind: matchKind, confidence, returning, nobody, model } = match;
        const judged = { matchKind, confidence, returning, nobody, model, sourceTouch: sourceTouch ?? null };
        const rang = { connectionId: connection, carrierRef, numberId: number, siteId: site, rangAt, healed: true };
        const row = { accountId: account, id, ...rang, state: foldCall(events), ...judged };
        const kept = await work.insert(calls).values(row).onConflictDoNothing().returning({ id: calls.id });
        if (kept.length === 0) return false;
        const told = events.map((event) => ({ event, kind: event.kind, key: event.key, at: event.at }));
        await work.insert(callEvents).values(told.map((one) => ({ accountId: account, callId: id, ...one })));
        return true;
      }),
  };
}

/**
 * A UUID of version 8 (RFC 9562) made of what the call is: whoever keeps the caller first and breaks off there keeps
 * the same caller of the same call the next time.
 */
function idOf(account: AccountId, connection: ConnectionId, carrierRef: string): CallId {
  const hash = createHash("sha256").update(`${account}/${connection}/${carrierRef}`).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") as CallId;
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("a row that was just kept is not there");
  return value;
}
