import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";

/** The doors for signed-in people and API keys, and what describes them. */
export function manageRoutes(_deps: Deps): Hono<AppEnv> {
  return new Hono<AppEnv>();
}
