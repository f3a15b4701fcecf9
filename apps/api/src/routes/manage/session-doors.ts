import { sessionDoors as doors } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { openedSessions } from "../../auth/people-desk.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** One's own sessions: see them, end one, end all others. A key has none, so it ends none. */
export function sessionDoors({ accounts, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  const { auth } = ground.identity;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.listSessions, async ({ asker: { person } }) => {
        const sessions = person === undefined ? [] : await openedSessions(auth, person.userId);
        return ok({
          sessions: sessions.map(({ id, signedInAt, seenAt, device, address }) => {
            const times = { signedInAt: showMoment(signedInAt), lastSeenAt: showMoment(seenAt) };
            return { id, ...times, device, address, isThis: id === person?.sessionId };
          }),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.endOtherSessions, async ({ asker: { account, actor, person } }) => {
        if (person === undefined) return ok(undefined);
        // Those behind unopened links as well: whoever fears for their sessions fears for a link.
        const { internalAdapter } = await auth.$context;
        for (const { id, token } of await internalAdapter.listSessions(person.userId)) {
          if (id !== person.sessionId) await internalAdapter.deleteSession(token);
        }
        const action = "person.other_sessions_ended";
        await accounts.audit(account, { actor, action, object: actor, at: now(), facts: {} });
        return ok(undefined);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.endSession, async ({ asker: { account, actor, person }, params: { id } }) => {
        const mine = person === undefined ? [] : await openedSessions(auth, person.userId);
        const found = mine.find((session) => session.id === id);
        if (found === undefined) return err({ code: "session_unknown" });
        const { internalAdapter } = await auth.$context;
        await internalAdapter.deleteSession(found.token);
        await accounts.audit(account, { actor, action: "person.session_ended", object: id, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}
