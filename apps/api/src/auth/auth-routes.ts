import { Hono, type Context } from "hono";
import { z } from "zod";
import type { AppEnv } from "../app-env.ts";
import { manageProblem } from "../http/manage-problem.ts";
import { sendProblem } from "../http/problem.ts";
import { isOwnPage } from "./check-origin.ts";
import { clientHeader } from "./client-header.ts";
import type { Auth } from "./make-auth.ts";
import type { DoorBook, PersonAction } from "./door-book.ts";

/** The doors of the auth library that are open. Everything else it could do stays shut until a screen needs it. */
const doors = {
  GET: ["get-session", "list-sessions"],
  POST: [
    "sign-in/email",
    "sign-out",
    "one-time-token/verify",
    "change-password",
    "revoke-session",
    "revoke-other-sessions",
  ],
} as const;

/** `/api/auth/*`: sign-in, sign-out, the session and the one-time link. Failures are problems like everywhere else. */
export function authRoutes(auth: Auth, publicUrl: string, book: Pick<DoorBook, "person">): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const door of doors.GET) routes.get(`/api/auth/${door}`, (c) => answer(auth, c));
  for (const door of doors.POST) {
    routes.post(`/api/auth/${door}`, (c) => {
      const page = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
      const isPage = page.origin !== undefined || page.fetchSite !== undefined || c.req.header("cookie") !== undefined;
      return isPage && !isOwnPage(page, publicUrl)
        ? sendProblem(c, manageProblem({ code: "origin_foreign" }))
        : answerAndNote(auth, c, door, book);
    });
  }
  return routes;
}

/** What each door means in the audit log. */
const acts: Readonly<Record<(typeof doors.POST)[number], readonly [action: PersonAction, by?: string]>> = {
  "sign-in/email": ["person.signed_in", "password"],
  "one-time-token/verify": ["person.signed_in", "link"],
  "sign-out": ["person.signed_out"],
  "change-password": ["person.password_changed"],
  "revoke-session": ["person.session_ended"],
  "revoke-other-sessions": ["person.other_sessions_ended"],
};

async function answerAndNote(
  auth: Auth,
  c: Context<AppEnv>,
  door: keyof typeof acts,
  book: Pick<DoorBook, "person">,
): Promise<Response> {
  const [action, by] = acts[door];
  // Whoever leaves has to be asked for before.
  const before = by === undefined ? await auth.api.getSession({ headers: c.req.raw.headers }) : null;
  const answered = await answer(auth, c);
  if (!answered.ok) return answered;
  const user =
    before?.user.id ?? (by === undefined ? undefined : SignedIn.parse(await answered.clone().json()).user.id);
  if (user !== undefined) await book.person(user, action, by === undefined ? {} : { by });
  return answered;
}

/** The library answers a sign-in with the person. */
const SignedIn = z.object({ user: z.object({ id: z.string() }) });

async function answer(auth: Auth, c: Context<AppEnv>): Promise<Response> {
  const request = new Request(c.req.raw);
  request.headers.delete(clientHeader);
  const address = c.get("clientAddress");
  if (address !== undefined) request.headers.set(clientHeader, address);
  const answered = await auth.handler(request);
  if (answered.ok) {
    const response = new Response(answered.body, answered);
    response.headers.set("cache-control", "no-store");
    return response;
  }
  return refuse(c, answered);
}

function refuse(c: Context, { status, headers }: Response): Response {
  if (status === 429) {
    const retryAfterSeconds = Number(headers.get("x-retry-after") ?? 10);
    c.header("Retry-After", String(retryAfterSeconds));
    return sendProblem(c, manageProblem({ code: "rate_limited", retryAfterSeconds }));
  }
  if (status >= 500) return sendProblem(c, manageProblem({ code: "failed" }));
  return sendProblem(c, manageProblem({ code: status === 404 ? "not_found" : "sign_in_refused" }));
}
