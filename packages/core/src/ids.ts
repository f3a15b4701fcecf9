import type { Branded } from "./brand.ts";
import { err, ok, type Result } from "./result.ts";

/** The tenant: every row, key and decision belongs to one account. */
export type AccountId = Branded<string, "AccountId">;
export type SiteId = Branded<string, "SiteId">;
/** The business's own number as it stands on the page. */
export type TargetNumberId = Branded<string, "TargetNumberId">;
/** One of our tracking numbers. */
export type NumberId = Branded<string, "NumberId">;
export type PoolId = Branded<string, "PoolId">;
export type VisitId = Branded<string, "VisitId">;
export type VisitorId = Branded<string, "VisitorId">;
export type CallId = Branded<string, "CallId">;
export type RecordingId = Branded<string, "RecordingId">;
/** One set of keys at one carrier. */
export type ConnectionId = Branded<string, "ConnectionId">;

type AnyId =
  | AccountId
  | SiteId
  | TargetNumberId
  | NumberId
  | PoolId
  | VisitId
  | VisitorId
  | CallId
  | RecordingId
  | ConnectionId;

/** The text is not a UUID. */
export interface IdMalformed {
  readonly code: "id_malformed";
  readonly given: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an id: a lower-case UUID (ours are version 7, so they sort by age). */
export function parseId<Id extends AnyId>(text: string): Result<Id, IdMalformed> {
  const lower = text.toLowerCase();
  return uuid.test(lower) ? ok(lower as Id) : err({ code: "id_malformed", given: text.slice(0, 64) });
}
