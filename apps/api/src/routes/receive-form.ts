import { PageForm } from "@ringtrail/api-contract";
import { parseId, type Instant, type VisitId } from "@ringtrail/core";
import { decideTracking } from "@ringtrail/core/consent";
import type { SiteSettings } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import { keepForm } from "../forms/keep-form.ts";
import { allowCors } from "../http/allow-cors.ts";
import { networkOf } from "../http/client-address.ts";
import { findSiteFor, type SiteDoor } from "../http/find-site.ts";
import { isAutomated } from "../http/is-automated.ts";
import { limitRate } from "../http/limit-rate.ts";
import { sendProblem } from "../http/problem.ts";
import { publicProblem } from "../http/public-problem.ts";
import { readJson } from "../http/read-json.ts";
import { visitorCookie } from "../http/visitor-cookie.ts";
import { parseLanding } from "../parse-landing.ts";
import { isVisitToken } from "../visit-token.ts";

/**
 * `POST /v1/sites/{key}/forms`: a page tells of a form that was sent on it. It is guarded as the door that lends numbers
 * is: the site's own pages, a limit per network, no programs, and a visit only by its token, from the page or its cookie.
 */
export function receiveForm(deps: Deps, door: SiteDoor): Hono<AppEnv> {
  const limit = limitRate(deps.now, { name: "forms", burst: 20, perSecond: 0.2 });
  return new Hono<AppEnv>().post("/v1/sites/:key/forms", limit, async (c) => {
    c.header("Cache-Control", "no-store");
    const body = await readJson(c, PageForm);
    if (!body.ok) {
      allowCors(c, "*");
      return sendProblem(c, publicProblem(body.reason));
    }
    const found = await findSiteFor(c, door, c.req.param("key").slice(0, 64), "refused");
    if (!found.ok) return sendProblem(c, publicProblem(found.reason));
    const { url, referrer } = body.value;
    if (found.value.isHealthcare === true && (url ?? referrer ?? "") !== "") {
      const field = url === undefined ? "referrer" : "url";
      return sendProblem(c, publicProblem({ code: "page_address_refused", field }));
    }
    if (isAutomated((name) => c.req.header(name))) return c.body(null, 204);
    const { name, ref, choice } = body.value;
    const now = deps.now();
    const from = { site: found.value, network: networkOf(c.get("clientAddress")), now };
    const cookie = visitorCookie(c, found.value.key)?.read();
    const visit = provenVisit(deps, from, body.value) ?? provenVisit(deps, from, cookie ?? {});
    const evidence = { regime: found.value.regime, choice, optOutSignal: c.req.header("sec-gpc") === "1" };
    await keepForm(deps, found.value, {
      by: "page",
      name,
      ref,
      visit,
      page: parseLanding(url ?? "", referrer ?? ""),
      mayNameSource: decideTracking(evidence) !== "none",
      sentAt: now,
    });
    return c.body(null, 204);
  });
}

/** The visit somebody names, if they also have its token. */
function provenVisit(
  { secrets }: Pick<Deps, "secrets">,
  { site, network, now }: { readonly site: SiteSettings; readonly network: string; readonly now: Instant },
  { visit: named, token }: { readonly visit?: string | undefined; readonly token?: string | undefined },
): VisitId | undefined {
  const visit = named === undefined ? undefined : parseId<VisitId>(named);
  if (visit?.ok !== true || token === undefined) return undefined;
  const binding = { site: site.key, network, visit: visit.value };
  return isVisitToken(secrets.visitToken, binding, now, token) ? visit.value : undefined;
}
