import { Hono } from "hono";
import { parseE164 } from "@ringtrail/core";
import { z } from "zod";
import type { AppEnv } from "../app-env.ts";
import { ringFakeCarrier } from "../demo/ring-fake-carrier.ts";
import type { Deps } from "../deps.ts";
import { isAllowedOrigin } from "../http/allow-origins.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";

const Wish = z.object({ to: z.string().max(40) });

/** Who calls in the demo: a fictional phone in New York, another one for every call. */
const demoCaller = (): string => `+12125550${100 + Math.floor(Math.random() * 100)}`;

/**
 * `POST /demo/call`: the demo shop's button. The fake carrier rings the number as a phone company would, through the
 * same door as Twilio. Only numbers of the fake carrier can be rung, and only from our own pages.
 */
export function ringDemo(deps: Deps): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "demo-call", burst: 20, perSecond: 0.2 });
  return new Hono<AppEnv>().post("/demo/call", limit, async (c) => {
    const origin = c.req.header("origin") ?? "";
    if (!isAllowedOrigin(origin, { origins: [] }, deps.server.publicUrl)) {
      return sendProblem(c, publicProblem({ code: "origin_not_allowed", origin: origin.slice(0, 200) }));
    }
    const wish = await readJson(c, Wish);
    if (!wish.ok) return sendProblem(c, publicProblem(wish.reason));
    const to = parseE164(wish.value.to);
    if (!to.ok) return sendProblem(c, publicProblem({ code: "phone_malformed", field: "to" }));
    const route = deps.snapshot.routes().find(({ e164 }) => e164 === to.value);
    const connection = route && deps.snapshot.connection(route.connection);
    if (connection?.carrier !== "fake") return sendProblem(c, publicProblem({ code: "number_not_in_demo" }));
    const placed = await ringFakeCarrier(connection.apiBase, { from: demoCaller(), to: to.value });
    return placed.ok ? c.json(placed.value, 201) : sendProblem(c, publicProblem({ code: "carrier_unreachable" }));
  });
}
