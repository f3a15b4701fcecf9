import type { Instant } from "@ringtrail/core";

/** Requests of clinics' pages in one day, in UTC. */
export interface CountedPageRequests {
  readonly day: string;
  readonly requests: number;
}

/** Counts what pages of clinics ask. When each asked is kept nowhere. */
export interface PageRequestCounter {
  readonly note: () => void;
  /** The days that are over and not taken yet; taken once. */
  readonly takeOver: () => readonly CountedPageRequests[];
}

/** Makes a counter for this process. What was counted of a day is lost when the process ends within it. */
export function countPageRequests(now: () => Instant): PageRequestCounter {
  const days = new Map<string, number>();
  const today = () => new Date(now()).toISOString().slice(0, 10);
  return {
    note: () => days.set(today(), (days.get(today()) ?? 0) + 1),
    takeOver: () => {
      const over = [...days].filter(([day]) => day < today());
      for (const [day] of over) days.delete(day);
      return over.map(([day, requests]) => ({ day, requests }));
    },
  };
}
