import type { CallPlan } from "@ringtrail/core/call-flow";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { soundUrls } from "../sounds/sound-urls.ts";
import { callbackUrls } from "./carrier-report.ts";
import { sealOfClinic } from "./sealed-query.ts";
import type { VerifiedWebhook } from "./verify-webhook.ts";

/** Answers a carrier in its own words, with the addresses at which this call goes on. */
export function sendPlan(
  deps: Pick<Deps, "secrets" | "snapshot">,
  { carrier, connection, base, report }: VerifiedWebhook,
  c: Context<AppEnv>,
  plan: CallPlan,
): Response {
  const soundUrl = soundUrls(deps.secrets, base, { connection: connection.id, carrierRef: report.carrierRef });
  const hide = sealOfClinic(deps, connection.id, report.dialled);
  const { body, contentType } = carrier.render(plan, callbackUrls(base, report.dialled, soundUrl, hide));
  return c.body(body, 200, { "Content-Type": contentType });
}
