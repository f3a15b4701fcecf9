import { peopleDoors as doors } from "@ringtrail/api-contract";
import { err, ok, type Result } from "@ringtrail/core";
import type { PeopleChange } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import type { Deps } from "../../deps.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { findUserByEmail, findUsers } from "../../people/find-users.ts";
import { invitePerson } from "../../people/invite-person.ts";
import { showMoment } from "../../show/show-moment.ts";
import { pageByKey } from "./page-by-key.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Who belongs to an account: see, invite, change, take out. */
export function peopleDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, now } = deps;
  const { auth } = ground.identity;
  /** Notes a change, or says why there was none. */
  const settle = async (
    { account, actor }: Asker,
    [change, action, id, facts]: readonly [PeopleChange, string, string, Readonly<Record<string, string>>],
  ): Promise<Result<undefined, ManageReason>> => {
    if (change !== "changed") return err({ code: change === "absent" ? "person_unknown" : "last_owner" });
    await accounts.audit(account, { actor, action, object: `user:${id}`, at: now(), facts });
    return ok(undefined);
  };
  /** Only owners touch owners. */
  const isOwner = async ({ account }: Asker, id: string): Promise<boolean> =>
    (await accounts.members(account)).some(({ userId, role }) => userId === id && role === "owner");
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.list, async ({ asker: { account, actor }, query }) => {
        const members = await accounts.members(account);
        const users = await findUsers(
          auth,
          members.map(({ userId }) => userId),
        );
        const people = members.flatMap(({ userId, role }) => {
          const user = users.get(userId);
          return user === undefined ? [] : [{ ...user, role, isYou: actor === `user:${userId}` }];
        });
        const sorted = people.toSorted((a, b) => a.email.localeCompare(b.email));
        const page = pageByKey(sorted, ({ email, id }) => `${email} ${id}`, query);
        if (!page.ok) return page;
        const open = query.cursor === undefined ? await accounts.invitations(account) : [];
        const invitations = open.filter(({ expiresAt }) => expiresAt > now());
        return ok({
          people: [...page.value.items],
          next: page.value.next,
          invitations: invitations.map(({ id, email, role, expiresAt }) => {
            return { id, email, role, expiresAt: showMoment(expiresAt) };
          }),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.changeRole, async ({ asker, params: { id }, body: { role } }) => {
        const { account } = asker;
        if (asker.role !== "owner" && (role === "owner" || (await isOwner(asker, id)))) {
          return err({ code: "role_not_yours" });
        }
        const change = await accounts.changeRole(account, id, role);
        return settle(asker, [change, "person.role_changed", id, { role, tell: "owners" }]);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.remove, async ({ asker, params: { id } }) => {
        if (asker.role !== "owner" && (await isOwner(asker, id))) return err({ code: "role_not_yours" });
        const change = await accounts.removeMember(asker.account, id);
        return settle(asker, [change, "person.removed", id, { tell: "owners" }]);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.invite, async ({ asker: { account, actor, name, role }, body }) => {
        if (body.role === "owner" && role !== "owner") return err({ code: "role_not_yours" });
        const known = await findUserByEmail(auth, body.email);
        if (known !== undefined && (await accounts.members(account)).some(({ userId }) => userId === known.id)) {
          return err({ code: "already_member" });
        }
        const inviter = { ...deps, publicUrl: ground.publicUrl };
        const made = await invitePerson(inviter, { account, actor, by: name, ...body });
        const { id, email, expiresAt } = made.invitation;
        const { url } = made;
        const link = url === undefined ? { isMailed: true } : { isMailed: false, url };
        return ok({ id, email, role: body.role, expiresAt: showMoment(expiresAt), ...link });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.withdraw, async ({ asker: { account, actor }, params: { id } }) => {
        if (!(await accounts.withdrawInvitation(account, id))) return err({ code: "invitation_unknown" });
        await accounts.audit(account, { actor, action: "invitation.withdrawn", object: id, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}
