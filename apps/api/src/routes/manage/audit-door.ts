import { listAuditLog } from "@ringtrail/api-contract";
import { ok } from "@ringtrail/core";
import type { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { readSequenceCursor } from "./sequence-cursor.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Who did what, a page at a time. */
export function auditDoor({ accounts }: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, listAuditLog, async ({ asker, query: { cursor, limit } }) => {
    const before = readSequenceCursor(cursor);
    if (!before.ok) return before;
    const page = await accounts.auditLog(asker.account, limit + 1, before.value);
    const entries = page.slice(0, limit);
    return ok({
      entries: entries.map((entry) => ({ ...entry, at: showMoment(entry.at), facts: { ...entry.facts } })),
      next: page.length > limit ? String(entries.at(-1)?.sequence) : undefined,
    });
  });
}
