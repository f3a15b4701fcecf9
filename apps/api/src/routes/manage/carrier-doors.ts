import { exportAccountRows, listCarriers } from "@ringtrail/api-contract";
import { ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { lookAtCarriers } from "../../carriers/look-at-carriers.ts";
import type { Deps } from "../../deps.ts";
import { streamAccount } from "../../export/stream-account.ts";
import { refuse, serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** What an account is set up with at carriers, and the whole of it to be taken along. */
export function carrierDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listCarriers, async ({ asker: { account } }) => ok(await lookAtCarriers(deps, account))),
    )
    .route(
      "/",
      serveStream(ground, exportAccountRows, async ({ asker: { account, actor } }, c) => {
        const rows = await streamAccount(deps, { account, actor, at: deps.now() });
        if (rows === undefined) return refuse(c, { code: "not_ready" });
        const day = new Date(deps.now()).toISOString().slice(0, 10);
        return c.body(rows, 200, {
          "Content-Type": "application/x-ndjson",
          "Content-Disposition": `attachment; filename="ringtrail-${day}.ndjson"`,
        });
      }),
    );
}
