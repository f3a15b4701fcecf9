import { personSafetyDoors as doors } from "@ringtrail/api-contract";
import { err, ok, type Result } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import { endSessions, removeTwoFactor } from "../../auth/people-desk.ts";
import type { Deps } from "../../deps.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What an owner or admin does when a person's device or codes are lost. Only owners touch owners. */
export function personSafetyDoors({ accounts, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  const { auth } = ground.identity;
  const reach = async (asker: Asker, id: string): Promise<Result<undefined, ManageReason>> => {
    const found = (await accounts.members(asker.account)).find(({ userId }) => userId === id);
    if (found === undefined) return err({ code: "person_unknown" });
    return asker.role !== "owner" && found.role === "owner" ? err({ code: "role_not_yours" }) : ok(undefined);
  };
  const note = ({ account, actor }: Asker, action: string, id: string) =>
    accounts.audit(account, { actor, action, object: `user:${id}`, at: now(), facts: { tell: "owners" } });
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.endPersonSessions, async ({ asker, params: { id } }) => {
        const reached = await reach(asker, id);
        if (!reached.ok) return reached;
        await endSessions(auth, id);
        await note(asker, "person.signed_out_by_other", id);
        return ok(undefined);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.resetTwoFactor, async ({ asker, params: { id } }) => {
        const reached = await reach(asker, id);
        if (!reached.ok) return reached;
        // It guards the person's other accounts too, which are not the asker's to open.
        if ((await accounts.membershipsOf(id)).length > 1) return err({ code: "person_shared" });
        await removeTwoFactor(auth, id);
        await endSessions(auth, id);
        await note(asker, "person.two_factor_reset", id);
        return ok(undefined);
      }),
    );
}
