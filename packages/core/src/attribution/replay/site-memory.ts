import { minute } from "../../time.ts";
import { onPageMs } from "../call-parameters.ts";
import { holdingWindowMs } from "../holding-window.ts";
import type { CallSituation, PassedOver, Shown, VisitSigns } from "./call-situation.ts";
import type { CallEvent, ReplayEvent, ShownEvent } from "./replay-event.ts";

/** What is told of visits' lives, for whoever learns how long they stay. */
export interface SignWatch {
  /** A visit was on its page from one age to another. */
  readonly present?: (fromAge: number, toAge: number) => void;
  readonly shown?: (shown: Shown) => void;
}

/** Visits come back to a tab after longer than this as to a new page: the number is shown anew. */
const newSittingMs = 30 * minute;

interface KnownNumber {
  list: Shown[];
  /** Where in the list the window begins. */
  from: number;
  lastVisit: VisitSigns | undefined;
  /** When callers who were told rang it, within the window. */
  rangAt: number[];
}

/** Remembers a site's events one by one, in the order of time, and tells what was known when a call rang. */
export interface SiteMemory {
  /** A call answers its situation; an event that cannot be placed says why; anything else nothing. */
  observe(event: ReplayEvent): CallSituation | PassedOver | undefined;
}

/** A memory of nothing yet. It forgets visits when they leave the window. */
export function makeSiteMemory(watch: SignWatch = {}): SiteMemory {
  const numbers = new Map<string, KnownNumber>();
  const visits = new Map<string, VisitSigns>();
  const callers = new Map<string, CallEvent[]>();
  /** When people called last, the longest ago first. */
  const lately = new Map<string, number>();
  const calls = new Set<string>();

  function sign(visit: VisitSigns, at: number, isHidden: boolean): void {
    const [first] = visit.shown.values();
    if (watch.present && first && visit.hiddenAt === undefined) {
      watch.present(visit.seenAt - first.at, Math.min(at, visit.seenAt + onPageMs) - first.at);
    }
    visit.seenAt = Math.max(visit.seenAt, at);
    visit.hiddenAt = isHidden ? at : undefined;
  }

  function show(event: ShownEvent): void {
    const visit: VisitSigns = visits.get(event.visit) ?? {
      id: event.visit,
      seenAt: event.at,
      hiddenAt: undefined,
      shown: new Map(),
    };
    visits.set(event.visit, visit);
    const isAnew = event.at - visit.seenAt > newSittingMs;
    sign(visit, event.at, false);
    if (visit.shown.has(event.number) && !isAnew) return;
    const { source, region, device, at } = event;
    const shown: Shown = { visit, source, region, device, at, tappedAt: undefined };
    const number = numbers.get(event.number) ?? { list: [], from: 0, lastVisit: undefined, rangAt: [] };
    numbers.set(event.number, number);
    const earlier = visit.shown.get(event.number);
    if (earlier !== undefined) number.list.splice(number.list.indexOf(earlier, number.from), 1);
    visit.shown.set(event.number, shown);
    number.list.push(shown);
    number.lastVisit = visit;
    watch.shown?.(shown);
  }

  function ring(call: CallEvent): CallSituation | PassedOver {
    if (calls.has(call.id)) return "call_repeated";
    calls.add(call.id);
    const number = numbers.get(call.number);
    if (number !== undefined) forgetBefore(number, call.at - holdingWindowMs, call.number);
    const earlier = call.caller === undefined ? [] : (callers.get(call.caller) ?? []);
    const windowFrom = call.at - holdingWindowMs;
    forgetPeople(windowFrom);
    if (number !== undefined) number.rangAt = number.rangAt.filter((at) => at >= windowFrom);
    const situation = {
      call,
      shown: number?.list.slice(number.from) ?? [],
      earlier: [...earlier],
      ringsOnNumber: number?.rangAt.length ?? 0,
      people: lately.size,
      lastHeldAt: number?.lastVisit?.seenAt,
    };
    if (call.caller !== undefined) {
      callers.set(call.caller, [...earlier, call]);
      lately.delete(call.caller);
      lately.set(call.caller, call.at);
      number?.rangAt.push(call.at);
    }
    return situation;
  }

  function forgetPeople(before: number): void {
    for (const [caller, at] of lately) {
      if (at >= before) return;
      lately.delete(caller);
    }
  }

  function forgetBefore(number: KnownNumber, before: number, name: string): void {
    for (
      let first = number.list[number.from];
      first !== undefined && first.at < before;
      first = number.list[number.from]
    ) {
      if (first.visit.shown.get(name) === first) first.visit.shown.delete(name);
      if (first.visit.shown.size === 0) visits.delete(first.visit.id);
      number.from += 1;
    }
    if (number.from > 10_000) [number.list, number.from] = [number.list.slice(number.from), 0];
  }

  return {
    observe: (event) => {
      if (event.type === "shown") {
        show(event);
        return undefined;
      }
      if (event.type === "call") return ring(event);
      const visit = visits.get(event.visit);
      if (visit === undefined) return "visit_unknown";
      sign(visit, event.at, event.type === "hidden");
      if (event.type !== "tap") return undefined;
      const shown = visit.shown.get(event.number);
      if (shown === undefined) return "number_not_shown";
      shown.tappedAt = event.at;
      return undefined;
    },
  };
}
