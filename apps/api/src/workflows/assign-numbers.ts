import type { SwapRequest, SwapResponse } from "@ringtrail/api-contract";
import { parseId, type VisitId, type VisitorId } from "@ringtrail/core";
import { readTouch, type Landing, type VisitRegion } from "@ringtrail/core/attribution";
import { decideTracking, permissionToStore, type ConsentEvidence, type Permission } from "@ringtrail/core/consent";
import type { SiteSettings, TargetNumber } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { parseLanding } from "../parse-landing.ts";
import { isVisitToken, makeVisitToken } from "../visit-token.ts";
import { planVisit, targetsOnPage } from "./plan-visit.ts";
import { showLent, showSource } from "./show-numbers.ts";

/** A visit as the page or a cookie says it; only its token is believed. */
type Brought = Pick<SwapRequest, "visitor" | "visit" | "token">;

/** One page's question, with what the edge knows of who asks. */
export interface SwapQuestion {
  readonly site: SiteSettings;
  readonly request: SwapRequest & Required<Pick<SwapRequest, "device">>;
  /** What the visitor's cookie says, where the server is the page's own first party. */
  readonly brought?: Brought | undefined;
  readonly network: string;
  /** Where the visitor is, as far as their network tells; kept with the landing, the address is not. */
  readonly region?: VisitRegion | undefined;
  /** A program, or a page loaded ahead of a click. */
  readonly isAutomated: boolean;
  /** The browser's own opt-out header; the page's script may not have seen it. */
  readonly optOutHeader: boolean;
}

/**
 * Gives a page its numbers. Consent is asked again here, because a page's word that it asked is no proof. Where
 * nothing may be stored, the answer carries the source's numbers or the page's own, and an empty token.
 */
export async function assignNumbers(deps: Deps, question: SwapQuestion): Promise<SwapResponse> {
  const { site, request } = question;
  const targets = targetsOnPage(site, request.targets);
  const parsed = question.isAutomated ? undefined : parseLanding(request.page.url, request.page.referrer);
  const landing = parsed && { ...parsed, region: question.region };
  const evidence: ConsentEvidence = {
    // In healthcare mode a yes to marketing is no authorisation: nothing is kept of anybody, and no number is lent.
    regime: site.isHealthcare === true ? null : site.regime,
    choice: request.consent.choice,
    optOutSignal: request.consent.optOutSignal || question.optOutHeader,
  };
  const permission = permissionToStore(evidence);
  if (landing !== undefined && permission !== undefined) {
    return lendToVisit(deps, question, targets, landing, permission);
  }
  const mayNameSource = landing !== undefined && decideTracking(evidence) !== "none";
  const touch = mayNameSource ? readTouch(landing) : undefined;
  return {
    visitor: deps.newId(),
    visit: deps.newId(),
    token: "",
    numbers: targets.map((target) => showSource(site, target, touch)),
  };
}

/** Loads what the visitor had, asks the core for the plans, and lets the store keep them in one statement. */
async function lendToVisit(
  deps: Deps,
  question: SwapQuestion,
  targets: readonly TargetNumber[],
  landing: Landing,
  permission: Permission,
): Promise<SwapResponse> {
  const { site, request, network, brought } = question;
  const now = deps.now();
  // A page knows its visit better than a cookie does; on another sub-domain of the same visit only the cookie knows it.
  const continued = continuedVisit(deps, question, request.visit === undefined ? (brought ?? {}) : request);
  const id = continued ?? deps.newId<VisitId>();
  // One visitor on every sub-domain: the cookie counts more than what one of them remembers.
  const claimed = brought?.visitor ?? request.visitor;
  const known = claimed === undefined ? undefined : parseId<VisitorId>(claimed);
  const visitor = known?.ok ? known.value : deps.newId<VisitorId>();
  const isReturning = known?.ok === true && continued === undefined;
  const touch = readTouch(landing);
  const planned = planVisit(site, targets, { id, touch, isReturning, region: landing.region?.code }, deps.law, now);
  const plans = planned.flatMap(({ plan }) => plan ?? []);
  const page = { path: landing.path, title: request.page.title, at: now };
  const { device } = request;
  const lent = await deps.pools.lend(
    site.account,
    { id, visitor, site: site.site, permission, landing, touch, device, page },
    plans,
  );
  // A page that continues its visit tells its pages itself; one that did not know it has one has told only us.
  if (continued !== undefined && request.visit === undefined) {
    await deps.visits.append(site.account, id, [{ kind: "page", page }]);
  }
  return {
    visitor,
    visit: id,
    token: makeVisitToken(deps.secrets.visitToken, { site: site.key, network, visit: id }, now),
    numbers: planned.map(({ target, plan }) =>
      plan === undefined ? showSource(site, target, touch) : showLent(site, target, lent[plans.indexOf(plan)]),
    ),
  };
}

/** The visit the page says it continues, if its token is ours; else a new visit begins. */
function continuedVisit(
  deps: Deps,
  { site, network }: SwapQuestion,
  { visit: told, token }: Brought,
): VisitId | undefined {
  if (told === undefined || token === undefined) return undefined;
  const visit = parseId<VisitId>(told);
  if (!visit.ok) return undefined;
  const binding = { site: site.key, network, visit: visit.value };
  return isVisitToken(deps.secrets.visitToken, binding, deps.now(), token) ? visit.value : undefined;
}
