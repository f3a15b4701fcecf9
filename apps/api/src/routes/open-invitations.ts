import { invitationDoors } from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { isOwnPage } from "../auth/check-origin.ts";
import { lookUpLeak as askService } from "../auth/leaked-passwords.ts";
import type { Auth } from "../auth/make-auth.ts";
import type { Deps } from "../deps.ts";
import { limitRate } from "../http/limit-rate.ts";
import { manageProblem } from "../http/manage-problem.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";
import { answerInvitation } from "../people/answer-invitation.ts";
import { findUserByEmail } from "../people/find-users.ts";
import { hashSecret } from "../workflows/create-api-key.ts";

/** Joining by the link of an invitation. Anybody may ask, from our own pages; the token is what counts. */
export function openInvitations({ accounts, now, server }: Deps, auth: Auth): Hono<AppEnv> {
  const lookUpLeak = server.checksLeaks === true ? askService : undefined;
  const limit = limitRate(now, { name: "join", burst: 20, perSecond: 0.1 });
  const { see, answer } = invitationDoors;
  const routes = new Hono<AppEnv>();
  routes.post(see.path, limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, see.body);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const asked = await accounts.invitationByHash(hashSecret(body.value.token), now());
    if (asked === undefined) return sendProblem(c, manageProblem({ code: "invitation_unknown" }));
    const account = (await accounts.accounts()).find(({ id }) => id === asked.account)?.name ?? "";
    const isKnown = (await findUserByEmail(auth, asked.email)) !== undefined;
    return c.json({ account, email: asked.email, role: asked.role, isKnown });
  });
  routes.post(answer.path, limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const page = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
    if (!isOwnPage(page, server.publicUrl)) return sendProblem(c, manageProblem({ code: "origin_foreign" }));
    const body = await readJson(c, answer.body);
    if (!body.ok) return sendProblem(c, publicProblem(body.reason));
    const joined = await answerInvitation({ auth, accounts, now, lookUpLeak }, body.value, c.req.raw.headers);
    return joined.ok ? c.body(null, 204) : sendProblem(c, manageProblem(joined.reason));
  });
  return routes;
}
