import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";

/** The doors of phone companies. Every request is signed. */
export function carrierRoutes(_deps: Deps): Hono<AppEnv> {
  return new Hono<AppEnv>();
}
