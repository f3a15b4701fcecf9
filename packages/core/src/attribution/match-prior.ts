import { day, type Milliseconds } from "../time.ts";

/** Visits that were shown the number longer ago than this are no candidates: their calls count as `nobody`. */
export const holdingWindowMs: Milliseconds = 7 * day;

/**
 * The shipped prior. Every value is an assumption until a site has learned its own; a call keeps the name of the model
 * that judged it.
 */
export const prior = {
  model: "delay-mixture-1",
  /** A visit calls with this probability. */
  visitCalls: 0.03,
  /** A tap on the number's link leads to a call with this probability. */
  tapCalls: 0.6,
  /** How much likelier a visitor calls who is still on the page. */
  stillOnPage: 4,
  /** A visit silent for less than this is still on the page: one and a half heartbeats. */
  onPageMs: 45_000,
  /** Calls per millisecond from nobody we know, on a number that only visits are shown. */
  strangers: 1 / (60 * day),
  /** The same on a source's number: visitors who are not stored see it too. */
  strangersOnSource: 1 / (2 * day),
  /** A visit with this share of all visits' rates is the only one it can have been. */
  soleShare: 0.999,
  /** A caller calls again with this probability. */
  callsAgain: 0.25,
  /** The share of visits' calls that come from callers we already know. */
  knownCaller: 0.2,
} as const;
