import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";

/** `GET /healthz`: the process is alive. `GET /readyz`: it can do its work, part by part. */
export function checkHealth(deps: Deps): Hono<AppEnv> {
  const { version } = deps.server;
  return new Hono<AppEnv>()
    .get("/healthz", (c) => {
      c.header("Cache-Control", "no-store");
      return c.json({ status: "alive", version });
    })
    .get("/readyz", async (c) => {
      c.header("Cache-Control", "no-store");
      const database = await deps.isDatabaseUp();
      const queues = database ? await deps.jobs.states().catch(() => undefined) : undefined;
      const checks = {
        database: database ? "ready" : "down",
        jobs: queues !== undefined && deps.jobs.isRunning() ? "ready" : "down",
        ruleSet: deps.law ? "ready" : "missing",
      } as const;
      const isReady = checks.database === "ready" && checks.jobs === "ready" && checks.ruleSet === "ready";
      const ruleSet = deps.law && { name: deps.law.name, version: deps.law.version, hash: deps.law.hash };
      return c.json({ status: isReady ? "ready" : "not_ready", version, checks, queues, ruleSet }, isReady ? 200 : 503);
    });
}
