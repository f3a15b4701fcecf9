import { peopleDoors as doors } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** The accounts of whoever is signed in: an agency hosts one for each of its clients. */
export function ownAccountDoors({ accounts, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  const { auth } = ground.identity;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.accounts, async ({ asker: { account: active, person }, query }) => {
        const all = await accounts.accounts();
        const own =
          person === undefined ? [{ account: active, role: "key" }] : await accounts.membershipsOf(person.userId);
        const shown = own.map(({ account: id, role }) => {
          return { id, name: all.find((one) => one.id === id)?.name ?? "", role, isActive: id === active };
        });
        const page = pageByKey(shown, ({ name, id }) => `${name} ${id}`, query);
        return page.ok ? ok({ accounts: [...page.value.items], next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.open, async ({ asker: { person, role, actor }, body: { name } }) => {
        if (person === undefined) return err({ code: "person_needed" });
        if (role !== "owner") return err({ code: "role_not_yours" });
        const id = await accounts.openAccount(name, person.userId);
        if (id === undefined) return err({ code: "account_name_taken" });
        await accounts.audit(id, { actor, action: "account.opened", object: id, at: now(), facts: {} });
        return ok({ id, name, role, isActive: false });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.choose, async ({ asker: { person }, body }) => {
        if (person === undefined) return err({ code: "person_needed" });
        const own = await accounts.membershipsOf(person.userId);
        const chosen = own.find(({ account }) => account === body.account);
        if (chosen === undefined) return err({ code: "account_missing" });
        const { internalAdapter } = await auth.$context;
        await internalAdapter.updateSession(person.sessionToken, { activeAccount: chosen.account });
        return ok(undefined);
      }),
    );
}
