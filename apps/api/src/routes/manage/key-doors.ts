import { createApiKey as create, listApiKeys, revokeApiKey } from "@ringtrail/api-contract";
import { after, day, err, instant, ok, signInRules } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showApiKey } from "../../show/show-api-key.ts";
import { createApiKey } from "../../workflows/create-api-key.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** API keys: see, make, revoke. */
export function keyDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listApiKeys, async ({ asker, query }) => {
        const page = pageByKey(await accounts.apiKeys(asker.account), ({ name, id }) => `${name} ${id}`, query);
        return page.ok ? ok({ keys: page.value.items.map(showApiKey), next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, create, async ({ asker, body }) => {
        const foreign = body.scopes.find((scope) => !asker.scopes.includes(scope));
        if (foreign !== undefined) return err({ code: "scope_not_yours", scope: foreign });
        const expiresAt = body.expiresAt === undefined ? undefined : instant(Date.parse(body.expiresAt));
        if (expiresAt !== undefined && expiresAt <= now()) {
          return err({ code: "body_invalid", field: "expiresAt", says: "lies in the past" });
        }
        const { account, actor } = asker;
        const { keyMs } = signInRules(await accounts.signInFacts(account));
        if (keyMs !== undefined && (expiresAt === undefined || expiresAt > after(now(), keyMs))) {
          return err({ code: "key_lives_too_long", days: keyMs / day });
        }
        const { name, scopes } = body;
        const made = await createApiKey(deps, { account, name, scopes, expiresAt, actor });
        return ok({ ...showApiKey(made.key), secret: made.secret });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, revokeApiKey, async ({ asker: { account, actor }, params: { id } }) => {
        if (!(await accounts.revokeApiKey(account, id))) return err({ code: "key_unknown" });
        await accounts.audit(account, { actor, action: "api_key.revoked", object: id, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}
