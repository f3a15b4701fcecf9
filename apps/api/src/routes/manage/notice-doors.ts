import * as contract from "@ringtrail/api-contract";
import { instant, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { ownerNotices, seeNotices, type Owner } from "../../workflows/owner-notices.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What every owner is told until they have seen it. */
export function noticeDoors(deps: Pick<Deps, "accounts" | "now">, ground: DoorGround): Hono<AppEnv> {
  const shown = async (owner: Owner): Promise<contract.OwnerNotices> => ({
    notices: (await ownerNotices(deps, owner)).map(({ action, at, actor, facts }) => ({
      action,
      at: showMoment(at),
      actor,
      words: contract.sayNotice(action, facts),
    })),
  });
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.listNotices, async ({ asker }) => ok(await shown(asker))),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.seeNotices, async ({ asker, body }) => {
        await seeNotices(deps, asker, instant(Date.parse(body.until)));
        return ok(await shown(asker));
      }),
    );
}
