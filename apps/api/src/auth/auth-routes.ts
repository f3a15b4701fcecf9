import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Auth } from "./make-auth.ts";

/** `/api/auth/*`: the auth library's own doors (sign-in, sign-out, session, one-time link). */
export function authRoutes(auth: Auth): Hono<AppEnv> {
  return new Hono<AppEnv>().on(["GET", "POST"], "/api/auth/*", (c) => auth.handler(c.req.raw));
}
