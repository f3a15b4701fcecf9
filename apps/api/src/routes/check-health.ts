import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { worstHealth } from "../pbx/worst-health.ts";

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
      const pbx = worstHealth(deps.pbxs());
      const checks = {
        database: database ? "ready" : "down",
        jobs: queues !== undefined && deps.jobs.isRunning() ? "ready" : "down",
        ruleSet: deps.law === undefined ? "missing" : deps.lawRefused === undefined ? "ready" : "refused",
        // Calls and readiness depend on no PBX's events: its dialplan is in charge.
        pbx: pbx === "up" ? "ready" : pbx,
      } as const;
      // Without its law a server still takes calls and announces every one: turning them away would lose them.
      const isReady = checks.database === "ready" && checks.jobs === "ready";
      const ruleSet = deps.law && { name: deps.law.name, version: deps.law.version, hash: deps.law.hash };
      const status = isReady ? "ready" : "not_ready";
      const refused = deps.lawRefused;
      return c.json({ status, version, checks, queues, ruleSet, ruleSetRefused: refused }, isReady ? 200 : 503);
    });
}
