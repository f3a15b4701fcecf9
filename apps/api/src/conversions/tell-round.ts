import { AdPlatformWanted } from "@ringtrail/api-contract";
import { after, instant, type AccountId } from "@ringtrail/core";
import type { Destination } from "@ringtrail/core/ports";
import { platformRules } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { adPlatformKinds } from "./ad-platform-kinds.ts";
import { planConversions } from "./plan-conversions.ts";
import { readPolicy } from "./read-policy.ts";
import { settleSteps } from "./settle-steps.ts";
import { tellPlatform, type PlatformHosts } from "./tell-platform.ts";

/** As many at once as every platform takes in a request. */
const mostSteps = 500;

type Telling = Pick<Deps, "accounts" | "destinations" | "directory" | "conversions" | "care" | "send" | "now" | "log">;

/** Every quarter of an hour, ad platforms are told what they do not know yet. */
export function adPlatformRound(deps: Telling): Round {
  return { name: "tell-ad-platforms", everySeconds: 900, work: () => tellAdPlatforms(deps) };
}

/** Tells every ad platform of every account. A platform that fails holds no other up. */
export async function tellAdPlatforms(deps: Telling, hosts?: PlatformHosts): Promise<void> {
  for (const { id: account } of await deps.accounts.accounts()) {
    for (const destination of await deps.destinations.destinations(account)) {
      if (!destination.isOn || !adPlatformKinds.has(destination.kind)) continue;
      await tellOne(deps, account, destination, hosts);
    }
  }
}

async function tellOne(
  deps: Telling,
  account: AccountId,
  destination: Destination,
  hosts: PlatformHosts | undefined,
): Promise<void> {
  const { destinations, conversions, now, log, send } = deps;
  const { id, site, settings } = destination;
  const [secret] = await destinations.secretsOf(account, id, now());
  const { last: _last, ...told } = settings;
  const platform = AdPlatformWanted.safeParse({ ...told, keys: secret && JSON.parse(secret) });
  if (site === undefined || secret === undefined || !platform.success || platform.data.keys === undefined) return;
  const { data } = platform;
  const before = now();
  // What rang before the platform was set up is not told: it may have been told by hand.
  const from = instant(Math.max(destination.createdAt, after(before, -platformRules[data.platform].uploadWithinMs)));
  const asked = { account, site, platform: data.platform, policy: readPolicy(data.policy), to: id, from, before };
  const planned = await planConversions(deps, asked, before);
  if (!planned.ok || planned.value.steps.length === 0) return;
  const steps = planned.value.steps.slice(0, mostSteps);
  const answer = await tellPlatform({ send, hosts, now: before }, { ...data, keys: data.keys } as never, steps);
  const settled = answer.ok ? settleSteps(steps, answer.value) : { told: [], refused: 0 };
  if (settled.told.length > 0) await conversions.keepTold(account, id, settled.told, now());
  const trouble = answer.ok ? firstRefusal(answer.value) : { trouble: answer.reason.code, said: answer.reason.said };
  const last = { at: new Date(now()).toISOString(), told: settled.told.length - settled.refused, ...trouble };
  await destinations.saveDestination(
    account,
    { ...destination, settings: { ...told, last: { ...last, refused: settled.refused } } },
    now(),
  );
  if (!answer.ok) log.warn({ account, destination: id, code: answer.reason.code }, "an ad platform was not told");
}

function firstRefusal(outcomes: ReadonlyMap<string, string | undefined>): { readonly said?: string } {
  const said = [...outcomes.values()].find((why) => why !== undefined);
  return said === undefined ? {} : { said };
}
