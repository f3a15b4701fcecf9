import { listAuditLog, listRecordingAccesses, type AuditLogPage } from "@ringtrail/api-contract";
import { ok, type AuditLink } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { readSequenceCursor } from "./sequence-cursor.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Who did what, and who listened to what, a page at a time. */
export function auditDoor({ accounts }: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listAuditLog, async ({ asker, query: { cursor, limit, kind } }) => {
        const before = readSequenceCursor(cursor);
        if (!before.ok) return before;
        return ok(showPage(await accounts.auditLog(asker.account, limit + 1, before.value, kind), limit));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, listRecordingAccesses, async ({ asker, params, query: { cursor, limit } }) => {
        const before = readSequenceCursor(cursor);
        if (!before.ok) return before;
        return ok(showPage(await accounts.auditOf(asker.account, params.id, limit + 1, before.value), limit));
      }),
    );
}

/** One more than the page holds was asked for: it says whether another page follows. */
function showPage(found: readonly AuditLink[], limit: number): AuditLogPage {
  const entries = found.slice(0, limit);
  return {
    entries: entries.map((entry) => ({ ...entry, at: showMoment(entry.at), facts: { ...entry.facts } })),
    next: found.length > limit ? String(entries.at(-1)?.sequence) : undefined,
  };
}
