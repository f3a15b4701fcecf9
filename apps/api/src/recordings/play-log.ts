import type { Instant } from "@ringtrail/core";
import type { AccountStore } from "@ringtrail/core/ports";
import { linkLifeMs, type RecordingGrant } from "./recording-link.ts";

/** Writes down that somebody listens. */
export type NotePlay = (grant: RecordingGrant, signature: string) => Promise<void>;

/**
 * One row of the audit log per link that plays. A player asks for many ranges of one sound, and each of them would be a
 * row otherwise; no range is sent before the row is written.
 */
export function makePlayLog(accounts: Pick<AccountStore, "audit">, now: () => Instant): NotePlay {
  const noted = new Map<string, { readonly at: Instant; readonly row: Promise<void> }>();
  return ({ account, recording, actor }, signature) => {
    for (const [known, { at }] of noted) {
      if (now() - at <= linkLifeMs) break;
      noted.delete(known);
    }
    const known = noted.get(signature);
    if (known !== undefined) return known.row;
    const entry = { actor, action: "recording.played", object: recording, at: now(), facts: {} };
    const row = accounts.audit(account, entry);
    noted.set(signature, { at: now(), row });
    // A row that could not be written is tried again with the next request.
    row.catch(() => noted.delete(signature));
    return row;
  };
}
