import type { AccountId, CallId, Instant } from "@ringtrail/core";

/** What changed. A screen that hears one reads the call again; the event itself carries no facts of it. */
export type LiveKind = "call_rang" | "call_matched" | "call_changed" | "recording_stored";

/** One change, as every server process hears it. */
export interface LiveEvent {
  /** A UUIDv7: the id of the server-sent event, named again in `Last-Event-ID`. */
  readonly id: string;
  readonly account: AccountId;
  readonly kind: LiveKind;
  readonly call: CallId;
  readonly at: Instant;
}

/** A change as it is published; the bus gives it its id and instant. */
export type LiveNews = Pick<LiveEvent, "account" | "kind" | "call">;

/** What a listener is told: an event, or that events were missed and everything must be read again. */
export type LiveWord = { readonly missed: false; readonly event: LiveEvent } | { readonly missed: true };

/** News of calls, from every server process to every open screen. Delivery is at least once, order is nearly so. */
export interface LiveBus {
  /** Never throws and never waits on a listener: a lost piece of news costs a screen a moment, not a call. */
  publish(news: LiveNews): void;
  /**
   * Tells the listener first what came after `fromId` (or `missed` when that is too long ago), then every new event of
   * the account. Answers the function that ends it.
   */
  subscribe(account: AccountId, fromId: string | undefined, listener: (word: LiveWord) => void): () => void;
}
