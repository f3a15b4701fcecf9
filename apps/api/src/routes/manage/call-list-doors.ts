import { exportCalls, listCalls } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { readCallQuery } from "../../calls/read-call-query.ts";
import { writeCallsCsv } from "../../calls/write-calls-csv.ts";
import { csvHeaders } from "../../csv/csv-text.ts";
import type { Deps } from "../../deps.ts";
import { showCallSummary } from "../../show/show-call-summary.ts";
import { loadNumbers } from "../../workflows/load-call.ts";
import { refuse, serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** Calls as a list, narrowed as somebody wishes, and the same as a file. */
export function callListDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listCalls, async ({ asker, query }) => {
        const { account } = asker;
        const asked = await readCallQuery(deps, asker, query);
        if (!asked.ok) return asked;
        const { cursor, limit } = query;
        const withHealthcare = asker.scopes.includes("callers:read");
        const page = await deps.calls.list(account, { ...asked.value, withHealthcare, cursor, limit });
        if (!page.ok) return err({ code: "cursor_malformed" });
        const numbers = await loadNumbers(deps, account);
        return ok({ calls: page.value.calls.map((call) => showCallSummary(call, numbers)), next: page.value.next });
      }),
    )
    .route(
      "/",
      serveStream(ground, exportCalls, async ({ asker, query }, c) => {
        const { account, actor } = asker;
        const asked = await readCallQuery(deps, asker, query);
        if (!asked.ok) return refuse(c, asked.reason);
        const entry = { actor, action: "calls.exported", object: account, at: deps.now(), facts: {} };
        await deps.accounts.audit(account, entry);
        return c.body(writeCallsCsv(deps, account, asked.value), 200, csvHeaders("calls.csv"));
      }),
    );
}
