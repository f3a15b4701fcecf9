import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, CallId, ConnectionId, E164, Instant, NumberId, SiteId, TargetNumberId } from "@ringtrail/core";
import type { CallMatch, Touch } from "@ringtrail/core/attribution";
import { foldCall, type CallEvent } from "@ringtrail/core/call-flow";
import { actForAccount } from "../act-for-account.ts";
import { and, asc, eq, isNotNull, sql } from "../drizzle.ts";
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
  /** Whether the call is here with all that belongs to it; one of a run that broke off is not. */
  isWhole(account: AccountId, connection: ConnectionId, carrierRef: string): Promise<boolean>;
  /** Keeps a call that is not whole: its facts, then what `keepCaller` keeps, then its match, which makes it whole. */
  keep(account: AccountId, call: KeptPastCall, keepCaller: (call: CallId) => Promise<void>): Promise<void>;
}

/** Keeps past calls one by one: a run that breaks off is finished by the next one. */
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
    isWhole: (account, connection, carrierRef) =>
      actForAccount(db, account, async (work) => {
        const [row] = await work
          .select({ id: calls.id })
          .from(calls)
          .where(and(eq(calls.accountId, account), ofRef(connection, carrierRef), isNotNull(calls.matchKind)));
        return row !== undefined;
      }),
    keep: async (account, { connection, carrierRef, number, site, rangAt, events, match, sourceTouch }, keepCaller) => {
      const id = await actForAccount(db, account, async (work) => {
        const rang = { connectionId: connection, carrierRef, numberId: number, siteId: site, rangAt, healed: true };
        const row = { accountId: account, id: makeId<CallId>(), ...rang, state: foldCall(events) };
        const kept = await work.insert(calls).values(row).onConflictDoNothing().returning({ id: calls.id });
        const told = events.map((event) => ({ event, kind: event.kind, key: event.key, at: event.at }));
        if (kept.length > 0)
          await work.insert(callEvents).values(told.map((one) => ({ accountId: account, callId: row.id, ...one })));
        const mine = and(eq(calls.accountId, account), ofRef(connection, carrierRef));
        return there((await work.select({ id: calls.id }).from(calls).where(mine))[0]).id;
      });
      await keepCaller(id);
      const { kind: matchKind, confidence, returning, nobody, model } = match;
      const judged = { matchKind, confidence, returning, nobody, model, sourceTouch: sourceTouch ?? null };
      await actForAccount(db, account, (work) =>
        work
          .update(calls)
          .set(judged)
          .where(and(eq(calls.accountId, account), eq(calls.id, id))),
      );
    },
  };
}

const ofRef = (connection: ConnectionId, carrierRef: string) =>
  and(eq(calls.connectionId, connection), eq(calls.carrierRef, carrierRef));

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("a row that was just kept is not there");
  return value;
}
