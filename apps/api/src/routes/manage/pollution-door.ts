import * as contract from "@ringtrail/api-contract";
import { after, day, ok } from "@ringtrail/core";
import type { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { falling, pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Numbers that people call although nobody is shown them. */
export function pollutionDoor(deps: Pick<Deps, "numbers" | "now">, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, contract.getPollution, async ({ asker: { account }, query }) => {
    const strays = await deps.numbers.strays(account, after(deps.now(), -query.days * day));
    const page = pageByKey(strays, ({ calls, e164, connection }) => `${falling(calls)} ${e164} ${connection}`, query);
    if (!page.ok) return page;
    const numbers = page.value.items.map(({ lastAt, ...stray }) => ({ ...stray, lastAt: showMoment(lastAt) }));
    return ok({ numbers, next: page.value.next });
  });
}
