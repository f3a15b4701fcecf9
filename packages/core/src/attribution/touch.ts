import type { VisitRegion } from "./call-match.ts";

/** A landing as the edge parsed it: the core does not know URLs. */
export interface Landing {
  /** The page's host without port, lower case. */
  readonly host: string;
  readonly path: string;
  /** The first value of each query parameter, decoded. */
  readonly query: Readonly<Record<string, string>>;
  /** Registrable domain of the page by the public suffix list, worked out at the edge. */
  readonly domain: string | undefined;
  readonly referrerHost: string | undefined;
  readonly referrerDomain: string | undefined;
  /** Where the visit was when it landed; no network address is kept. Absent when nobody knows. */
  readonly region?: VisitRegion | undefined;
}

/** The channel of a touch; also the name of its slice of a pool. */
export type Channel =
  | "paid_search"
  | "paid_social"
  | "paid_other"
  | "organic_search"
  | "organic_social"
  | "ai_assistant"
  | "maps"
  | "email"
  | "referral"
  | "campaign"
  | "direct";

/** How a visit arrived, and which published rule says so. */
export interface Touch {
  readonly channel: Channel;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string | undefined;
  readonly keyword: string | undefined;
  /** The kind of click id found (`gclid`, `msclkid`, ...); its value stays in the landing. */
  readonly clickId: string | undefined;
  /** The name of the rule that fired. */
  readonly rule: string;
}
