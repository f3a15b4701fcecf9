import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";

/** The doors anybody may knock at: pages, the snippet, the demo, health. */
export function publicRoutes(_deps: Deps): Hono<AppEnv> {
  return new Hono<AppEnv>();
}
