import type { AccountId, CallId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { CallState } from "@ringtrail/core/call-flow";
import { lengthBucket } from "@ringtrail/core/healthcare";
import type { CallFacts, CallStore, CallSummary } from "@ringtrail/core/ports";
import type { CareCallStore } from "./care-call-store.ts";
import type { KeepLink } from "./keep-link.ts";
import { turnPage } from "./list-calls.ts";

/** Tells destinations that there is a call, and nothing of it. Told twice it counts once. */
export type NoteHealthcareCall = (
  account: AccountId,
  call: Pick<CallFacts, "id" | "site" | "rangAt">,
  kind: "call.started" | "call.completed",
) => Promise<void>;

/** What the sides need of each other, and no more. */
export interface BothSides {
  readonly marketing: CallStore;
  readonly care: CareCallStore;
  readonly keepLink: KeepLink;
  readonly note: NoteHealthcareCall;
}

/** As many calls as are under way anywhere. A forgotten one costs a question more. */
const mostRemembered = 10_000;

/**
 * One store of calls over two sides: a call to a site in healthcare mode lies on the care side alone, and which way it
 * came is handed on to where neither side reads. Everything else is the marketing side's.
 */
export function callsOfBothSides({ marketing, care, keepLink, note }: BothSides): CallStore {
  const ofCare = new Set<CallId>();
  const remember = (call: CallId) => {
    if (ofCare.size >= mostRemembered) ofCare.clear();
    ofCare.add(call);
  };
  /** Asks the side a call is known to lie on; else the marketing side, and the care side when that has no such call. */
  const onItsSide = async <Answer>(call: CallId, side: Record<"marketing" | "care", () => Promise<Answer>>) => {
    if (ofCare.has(call)) return side.care();
    try {
      return await side.marketing();
    } catch (error) {
      if (!isUnknownCall(error)) throw error;
      const answer = await side.care();
      remember(call);
      return answer;
    }
  };
  return {
    ring: async (account, call) => {
      if (call.isHealthcare !== true) return marketing.ring(account, call);
      const rung = await care.ring(account, call);
      remember(rung.id);
      await note(account, { ...call, id: rung.id }, "call.started");
      return rung;
    },
    findByRef: async (account, connection, ref) =>
      (await marketing.findByRef(account, connection, ref)) ?? care.findByRef(account, connection, ref),
    append: (account, call, event) =>
      onItsSide(call, {
        marketing: () => marketing.append(account, call, event),
        care: async () => {
          const appended = await care.append(account, call, event);
          if (appended.isNew && appended.state.phase === "ended") await ended(account, call, appended.state);
          return appended;
        },
      }),
    saveMatch: (account, call, match, sourceTouch) =>
      onItsSide(call, {
        marketing: () => marketing.saveMatch(account, call, match, sourceTouch),
        care: () => credit(account, call, { matchKind: match.kind, confidence: match.confidence }, sourceTouch),
      }),
    // Of a call on the care side nobody knows which number it rang.
    ringsOn: (account, number, asked, window) => marketing.ringsOn(account, number, asked, window),
    hours: (account, since) => marketing.hours(account, since),
    facts: async (account, call) =>
      (ofCare.has(call) ? undefined : await marketing.facts(account, call)) ?? care.facts(account, call),
    list: async (account, query) => {
      if (query.withHealthcare !== true) return marketing.list(account, query);
      return turnPage(query, async () => {
        const pages = await Promise.all([marketing.list(account, more(query)), care.list(account, more(query))]);
        return pages.flatMap((page) => (page.ok ? page.value.calls : [])).toSorted(newestFirst);
      });
    },
  };

  async function credit(
    account: AccountId,
    call: CallId,
    sure: Pick<Parameters<CareCallStore["saveChannel"]>[2], "matchKind" | "confidence">,
    touch: Touch | undefined,
  ): Promise<void> {
    await care.saveChannel(account, call, { ...sure, channel: touch?.channel ?? null });
    const facts = await care.facts(account, call);
    if (facts !== undefined) await keepLink(account, facts, { touch });
  }

  async function ended(account: AccountId, call: CallId, { talkMs }: CallState): Promise<void> {
    const facts = await care.facts(account, call);
    if (facts === undefined) return;
    await keepLink(account, facts, { length: lengthBucket(talkMs) });
    await note(account, facts, "call.completed");
  }
}

/** One call more than asked for says whether there is a next page. */
function more<Query extends { readonly limit: number }>(query: Query): Query {
  return { ...query, limit: query.limit + 1 };
}

function newestFirst(a: CallSummary, b: CallSummary): number {
  return b.rangAt - a.rangAt || (a.id < b.id ? 1 : -1);
}

/** SQLSTATE 23503, as the functions of both sides raise it. */
function isUnknownCall(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23503";
}
