import { signInRules } from "@ringtrail/core";
import { Hono, type Context } from "hono";
import { z } from "zod";
import type { AppEnv } from "../app-env.ts";
import { manageProblem } from "../http/manage-problem.ts";
import { readBytes } from "../http/read-body.ts";
import { sendProblem } from "../http/problem.ts";
import { beginSession } from "./begin-session.ts";
import { isOwnPage } from "./check-origin.ts";
import { clientHeader } from "./client-header.ts";
import { authDoors, doorAct, type AuthDoor } from "./door-acts.ts";
import type { DoorBook } from "./door-book.ts";
import { findSession, type RunningSession } from "./find-session.ts";
import { identifyAsker, type Identity } from "./identify-asker.ts";
import { refuseAuth } from "./refuse-auth.ts";

/** What the doors need. */
export interface AuthDoorGround {
  readonly identity: Identity;
  readonly publicUrl: string;
  readonly book: Pick<DoorBook, "person">;
}

/** Bodies are an address and a password, or a code. */
const bodyLimit = 8 * 1024;

/** `/api/auth/*`: sign-in, second factor, sign-out, the session and the one-time link. Failures are problems like everywhere else. */
export function authRoutes(ground: AuthDoorGround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const door of authDoors.GET) {
    routes.get(`/api/auth/${door}`, async (c) => {
      await endIfIdle(ground, c);
      return settle(c, await ask(ground, c, c.req.raw));
    });
  }
  for (const door of authDoors.POST) {
    routes.post(`/api/auth/${door}`, (c) => {
      const page = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
      const isPage = page.origin !== undefined || page.fetchSite !== undefined || c.req.header("cookie") !== undefined;
      return isPage && !isOwnPage(page, ground.publicUrl)
        ? sendProblem(c, manageProblem({ code: "origin_foreign" }))
        : passDoor(ground, c, door);
    });
  }
  return routes;
}

/** A session that rested too long can do nothing any more, whichever door it comes to. */
async function endIfIdle({ identity }: AuthDoorGround, c: Context<AppEnv>): Promise<void> {
  if (c.req.header("cookie") !== undefined) await identifyAsker(identity, c.req.raw.headers);
}

async function passDoor(ground: AuthDoorGround, c: Context<AppEnv>, door: AuthDoor): Promise<Response> {
  const { identity, book } = ground;
  const body = await readBytes(c, bodyLimit);
  if (!body.ok) return sendProblem(c, manageProblem(body.reason));
  const told = readTold(body.value);
  await endIfIdle(ground, c);
  // Whoever leaves has to be asked for before.
  const before = await findSession(identity.auth, c.req.raw.headers);
  if (door === "two-factor/disable" && before !== undefined && (await isDemanded(identity, before))) {
    return sendProblem(c, manageProblem({ code: "two_factor_required" }));
  }
  if (door === "one-time-token/verify" && told.token !== undefined) {
    const from = { address: c.get("clientAddress"), device: c.req.header("user-agent") };
    await beginSession(identity.auth, told.token, from);
  }
  // No device is ever remembered: a second factor that is asked for once a month is asked for too seldom.
  const { trustDevice: _never, ...passed } = told;
  const request = new Request(c.req.raw.url, {
    method: "POST",
    headers: c.req.raw.headers,
    body: JSON.stringify(passed),
  });
  const answered = door === "set-password" ? await setPassword(ground, request, told) : await ask(ground, c, request);
  if (!answered.ok) {
    if (door === "sign-in/email" && answered.status === 401) await noteRefusal(ground, told.email);
    return settle(c, answered);
  }
  const user = before?.userId ?? SignedIn.safeParse(await answered.clone().json()).data?.user.id;
  const act = doorAct(door, before !== undefined);
  if (user !== undefined && act !== undefined) await book.person(user, act.action, act.facts);
  return settle(c, answered);
}

/** The library answers a sign-in with the person, and with none where a second factor is still to come. */
const SignedIn = z.object({ user: z.object({ id: z.string() }) });

/** The fields we look at ourselves. All others pass. */
const Told = z.looseObject({ token: z.string(), email: z.string(), newPassword: z.string() }).partial();

function readTold(bytes: Uint8Array): z.infer<typeof Told> {
  try {
    return Told.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data ?? {};
  } catch {
    return {};
  }
}

async function isDemanded({ accounts }: Identity, { userId }: RunningSession): Promise<boolean> {
  for (const { account } of await accounts.membershipsOf(userId)) {
    if (signInRules(await accounts.signInFacts(account)).requiresTwoFactor) return true;
  }
  return false;
}

/** Wrong passwords are written down for whom they were meant. An address nobody has is nobody's news. */
async function noteRefusal({ identity, book }: AuthDoorGround, email: string | undefined): Promise<void> {
  if (email === undefined) return;
  const { internalAdapter } = await identity.auth.$context;
  const known = await internalAdapter.findUserByEmail(email.toLowerCase());
  if (known !== null) await book.person(known.user.id, "person.sign_in_refused", { by: "password" });
}

/** The first password of somebody who came by a link. The library keeps this to itself, so it is asked without its door. */
async function setPassword(
  { identity }: AuthDoorGround,
  { headers }: Request,
  told: z.infer<typeof Told>,
): Promise<Response> {
  return identity.auth.api.setPassword({
    body: { newPassword: told.newPassword ?? "" },
    headers,
    asResponse: true,
  });
}

async function ask({ identity }: AuthDoorGround, c: Context<AppEnv>, given: Request): Promise<Response> {
  const request = new Request(given);
  request.headers.delete(clientHeader);
  request.headers.delete("content-length");
  const address = c.get("clientAddress");
  if (address !== undefined) request.headers.set(clientHeader, address);
  return identity.auth.handler(request);
}

async function settle(c: Context<AppEnv>, answered: Response): Promise<Response> {
  if (!answered.ok) return refuseAuth(c, answered);
  const response = new Response(answered.body, answered);
  response.headers.set("cache-control", "no-store");
  return response;
}
