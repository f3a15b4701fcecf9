import type { ConnectionId, E164, NumberId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { Stores } from "@ringtrail/database";
import { eventsOfPast, unseen } from "./facts-of-past.ts";
import type { PastImport } from "./import-past-calls.ts";
import type { PastCall } from "./past-call.ts";
import { toldTouch } from "./past-touch.ts";

/** Takes in calls and numbers, or says in a dry run what would become of them. */
export interface PastDesk {
  /** Takes in the numbers of the tracker's list. */
  keepNumbers(): Promise<void>;
  take(call: PastCall): Promise<{ readonly isNew: boolean; readonly isSourced: boolean }>;
  numbers(): { readonly added: number; readonly known: number };
}

/** What stands for a number that leads to no source by itself. */
const noSource: Touch = toldTouch({ source: "", medium: "", campaign: "", keyword: "" });

/** Opens the desk of one import. */
export async function openDesk(
  stores: Pick<Stores, "pastCalls" | "care">,
  order: Pick<PastImport, "tracker" | "account" | "site" | "target" | "numbers" | "dryRun" | "now">,
): Promise<PastDesk> {
  const { tracker, account, site, target, dryRun, now } = order;
  const { pastCalls, care } = stores;
  let connection: ConnectionId | undefined = await pastCalls.find(account, tracker);
  const begun = async () => (connection ??= await pastCalls.begin(account, tracker));
  const touchOf = new Map(order.numbers.map(({ e164, touch }) => [e164, touch]));
  const ids = new Map<E164, NumberId | undefined>();
  const count = { added: 0, known: 0 };
  const seen = new Set<string>();

  const numberOf = async (e164: E164): Promise<NumberId | undefined> => {
    if (ids.has(e164)) return ids.get(e164);
    const known = await pastCalls.numberOf(account, e164);
    count[known === undefined ? "added" : "known"] += 1;
    let id = known;
    if (id === undefined && !dryRun) {
      const touch = touchOf.get(e164) ?? noSource;
      id = await pastCalls.keepNumber(account, { connection: await begun(), site, target, e164, touch, at: now });
    }
    ids.set(e164, id);
    return id;
  };

  return {
    keepNumbers: async () => {
      for (const { e164 } of order.numbers) await numberOf(e164);
    },
    take: async (call) => {
      const touch = call.touch ?? touchOf.get(call.number);
      const isSourced = touch !== undefined;
      const number = await numberOf(call.number);
      const isRepeated = seen.has(call.ref);
      seen.add(call.ref);
      const known = connection !== undefined && (await pastCalls.isWhole(account, connection, call.ref));
      if (isRepeated || known) return { isNew: false, isSourced };
      if (dryRun || number === undefined) return { isNew: true, isSourced };
      const { ref: carrierRef, rangAt } = call;
      const events = eventsOfPast(call);
      const where = { connection: await begun(), carrierRef, number, site };
      await pastCalls.keep(account, { ...where, rangAt, events, match: unseen, sourceTouch: touch }, (id) =>
        care.saveCaller(account, id, { number: call.caller, name: call.callerName }, rangAt),
      );
      return { isNew: true, isSourced };
    },
    numbers: () => count,
  };
}
