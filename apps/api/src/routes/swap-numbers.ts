import { SwapRequest } from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { allowCors } from "../http/allow-cors.ts";
import { networkOf } from "../http/client-address.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { isAutomated } from "../http/is-automated.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readDevice } from "../http/read-device.ts";
import { readJson } from "../http/read-json.ts";
import { visitorCookie } from "../http/visitor-cookie.ts";
import { assignNumbers } from "../workflows/assign-numbers.ts";

/** `POST /v1/swap`: a page asks which numbers to show this visit. */
export function swapNumbers(deps: Deps, door: SiteDoor): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "swap", burst: 120, perSecond: 2 });
  return new Hono<AppEnv>().post("/v1/swap", limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, SwapRequest);
    if (!body.ok) {
      allowCors(c, "*");
      return sendProblem(c, publicProblem(body.reason));
    }
    const found = await findSiteFor(c, door, body.value.site, "refused");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    // An older script, or one somebody changed: what it tells of a clinic's page is neither kept nor logged.
    if (found.value.isHealthcare === true)
      return sendProblem(c, publicProblem({ code: "page_address_refused", field: "page" }));
    const cookie = visitorCookie(c, found.value.key);
    const brought = cookie?.read();
    const question = {
      site: found.value,
      brought,
      request: { ...body.value, device: body.value.device ?? readDevice(c.req.header("user-agent")) },
      network: networkOf(c.get("clientAddress")),
      region: deps.places.regionOf({
        address: c.get("clientAddress"),
        header: (name) => (c.get("isProxied") ? c.req.header(name) : undefined),
      }),
      isAutomated: isAutomated((name) => c.req.header(name)),
      optOutHeader: c.req.header("sec-gpc") === "1",
    };
    const answer = await assignNumbers(deps, question);
    // An empty token says that nothing may be kept; what was kept before goes.
    if (answer.token !== "") cookie?.keep(answer, brought === undefined ? "provisional" : "firm");
    else if (brought !== undefined && !question.isAutomated) cookie?.clear();
    return c.json(answer);
  });
}
