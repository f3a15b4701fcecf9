import { day, instant, type AccountId, type Instant, type SiteId } from "@ringtrail/core";
import {
  isOfThisModel,
  learnSite,
  makeSiteMemory,
  makeTallier,
  priorParameters,
  storyMs,
  type ReplayEvent,
} from "@ringtrail/core/attribution";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { regionOfCaller } from "./region-of-caller.ts";

/** Fewer calls than this say nothing the prior does not know better. */
const leastCalls = 200;
/** And so many more than last time, before anything new is learned. */
const growth = 1.1;

type Learning = Pick<Deps, "accounts" | "directory" | "parameters" | "care" | "law" | "now" | "log">;

/** Once a day, every site learns from its own calls how its visitors call. */
export function learningRound(deps: Deps): Round {
  return { name: "learn-sites", everySeconds: 86_400, work: () => learnSites(deps) };
}

/** Lets every site that has enough new calls learn anew. */
export async function learnSites(deps: Learning): Promise<void> {
  for (const { id: account } of await deps.accounts.accounts()) {
    for (const { site } of await deps.directory.sitesOf(account)) {
      const learned = await learnOne(deps, account, site);
      if (learned !== undefined) deps.log.info({ account, site, ...learned }, "a site has learned from its calls");
    }
  }
}

/**
 * Lets one site learn: loads its story, asks the core, keeps a new version. Answers undefined when there was too little
 * to learn from. A repetition without new calls changes nothing.
 */
export async function learnOne(
  deps: Learning,
  account: AccountId,
  site: SiteId,
): Promise<{ readonly version: number; readonly calls: number } | undefined> {
  const { parameters, now } = deps;
  const at = now();
  const story = await parameters.story(account, site, instant(at - storyMs));
  const calls = story.filter(({ type }) => type === "call").length;
  const before = await parameters.latest(account, site);
  if (
    calls < leastCalls ||
    (before !== undefined &&
      isOfThisModel(before.parameters) &&
      calls < before.calls * growth &&
      at - before.learnedAt < 30 * day)
  ) {
    return undefined;
  }
  const tallier = makeTallier();
  const memory = makeSiteMemory(tallier);
  for (const event of await withCallers(deps, account, instant(at - storyMs), story)) {
    const known = memory.observe(event);
    if (typeof known === "object") tallier.call(known);
  }
  const version = (before?.version ?? 0) + 1;
  const name = `${priorParameters.version}/site-${version}`;
  const kept = { version, learnedAt: at, calls, parameters: learnSite(tallier.end(at), name) };
  return (await parameters.keep(account, site, kept)) ? { version, calls } : undefined;
}

/** The story with who made its calls and from where, as names that are the same for the same caller and say nothing else. */
async function withCallers(
  { care, law }: Learning,
  account: AccountId,
  since: Instant,
  story: readonly ReplayEvent[],
): Promise<readonly ReplayEvent[]> {
  const callers = new Map<string, { readonly caller: string; readonly callerRegion: string | undefined }>();
  for (const { call, who, number } of await care.callersSince(account, since)) {
    callers.set(call, { caller: who, callerRegion: regionOfCaller(law, number) });
  }
  return story.map((event) => (event.type === "call" ? { ...event, ...callers.get(event.id) } : event));
}
