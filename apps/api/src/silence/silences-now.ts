import type { HeardShown } from "@ringtrail/api-contract";
import {
  after,
  between,
  hour,
  judgeSilence,
  rhythmMs,
  shortestRhythmMs,
  type AccountId,
  type Instant,
} from "@ringtrail/core";
import { showMoment } from "../show/show-moment.ts";
import { rhythmsOf, type HeardThing } from "./rhythms-of.ts";
import type { SilenceWatch } from "./watch-silence.ts";

/** How everything the alarm watches is at this hour: what it would say if it looked now. */
export async function silencesNow(
  deps: Pick<SilenceWatch, "calls" | "directory" | "pools" | "visits">,
  account: AccountId,
  at: Instant,
): Promise<HeardShown[]> {
  const [things, sites] = await Promise.all([
    rhythmsOf(deps, account, after(at, -rhythmMs), at),
    deps.directory.sitesOf(account),
  ]);
  return things.flatMap((thing) => {
    const site = sites.find(
      (one) =>
        one.site === thing.object ||
        one.sources.some(({ number }) => number === thing.object) ||
        one.pools.some(({ id }) => id === thing.object),
    );
    return site === undefined ? [] : [{ site: site.site, ...shown(thing, at) }];
  });
}

function shown({ what, name, rhythm }: HeardThing, at: Instant): Omit<HeardShown, "site"> {
  const about = { what: what === "site" ? ("visits" as const) : ("calls" as const), name };
  const heard = rhythm.filter(({ count }) => count > 0).map((one) => one.hour);
  if (heard.length === 0) return { ...about, state: "unheard" };
  const [first, last] = [Math.min(...heard) as Instant, Math.max(...heard) as Instant];
  // The hour goes on: what is heard in it was heard until now.
  const lastHeardAt = showMoment(Math.min(after(last, hour), at) as Instant);
  const silence = judgeSilence(rhythm, at);
  if (silence !== undefined) return { ...about, state: "silent", lastHeardAt, missed: Math.round(silence.missed) };
  const isYoung = between(first, at) < shortestRhythmMs;
  return { ...about, state: isYoung ? "learning" : "heard", lastHeardAt };
}
