import { Hono, type Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import { manageProblem } from "../http/manage-problem.ts";
import { sendProblem } from "../http/problem.ts";
import { isOwnPage } from "./check-origin.ts";
import { clientHeader } from "./client-header.ts";
import type { Auth } from "./make-auth.ts";

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
export function authRoutes(auth: Auth, publicUrl: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const door of doors.GET) routes.get(`/api/auth/${door}`, (c) => answer(auth, c));
  for (const door of doors.POST) {
    routes.post(`/api/auth/${door}`, (c) => {
      const page = { origin: c.req.header("origin"), fetchSite: c.req.header("sec-fetch-site") };
      const isPage = page.origin !== undefined || page.fetchSite !== undefined || c.req.header("cookie") !== undefined;
      return isPage && !isOwnPage(page, publicUrl)
        ? sendProblem(c, manageProblem({ code: "origin_foreign" }))
        : answer(auth, c);
    });
  }
  return routes;
}

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
