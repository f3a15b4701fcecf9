import { after, between, day, hour, type Instant } from "./time.ts";

/** How often something happened, by clock hour (UTC), in any order. Hours in which it did not may be left out. */
export type Rhythm = readonly { readonly hour: Instant; readonly count: number }[];

/** A silence that is none of its usual ones. */
export interface Silence {
  /** The end of the last hour in which anything happened. */
  readonly since: Instant;
  /** How often it would have happened since then, by its own rhythm. */
  readonly missed: number;
}

/** How far back a rhythm is read: four weeks have each hour of the week four times. */
export const rhythmMs = 28 * day;
/** A rhythm of fewer days may be a beginning or a campaign. */
export const shortestRhythmMs = 14 * day;
/** So many that chance alone leaves them all out once in 8,000 times: a few false alarms in a hundred numbers and years. */
const leastMissed = 9;
/** Some things come in bursts. A silence must be clearly longer than those it has had. */
const longerThanUsual = 1.5;
const hoursOfWeek = 168;

/**
 * Says whether something has fallen silent that used to be heard: a site's visits, a number's calls. Measured is not by
 * the clock but by what would have come: a night, a weekend or a quiet branch is no silence. The hours of the week of
 * the four weeks before the last sign say what would have come; a season is followed by itself.
 *
 * It is an alarm when at least nine were missed, and half as many again as in the second longest silence of those weeks:
 * the longest may have been the last outage. Nothing is said of a rhythm younger than two weeks.
 */
export function judgeSilence(rhythm: Rhythm, now: Instant): Silence | undefined {
  const heard = rhythm.filter(({ count, hour: at }) => count > 0 && at <= now);
  const last = Math.max(...heard.map((one) => one.hour)) as Instant;
  if (heard.length === 0) return undefined;
  const since = after(last, hour);
  const until = hourOf(now);
  const recent = heard.filter((one) => one.hour >= after(since, -rhythmMs));
  const first = Math.min(...recent.map((one) => one.hour)) as Instant;
  if (until <= since || between(first, since) < shortestRhythmMs) return undefined;
  const rate = hourlyRates(recent, first, since);
  const expected = (from: Instant, before: Instant): number => {
    // A silence longer than a week goes through every hour of it, so whole weeks are counted at once.
    const hours = Math.max(0, between(from, before) / hour);
    const weeks = Math.floor(hours / hoursOfWeek);
    let sum = weeks * rate.reduce((all, one) => all + one, 0);
    for (let nth = weeks * hoursOfWeek; nth < hours; nth += 1) sum += rate[hourOfWeek(after(from, nth * hour))] ?? 0;
    return sum;
  };
  const missed = expected(since, until);
  const known = [...new Set(recent.map((one) => one.hour))].toSorted((a, b) => a - b);
  const gaps = known.slice(1).map((at, nth) => expected(after(known[nth] ?? at, hour), at));
  const [, usual = 0] = gaps.toSorted((a, b) => b - a);
  return missed >= leastMissed && missed >= longerThanUsual * usual ? { since, missed } : undefined;
}

/** What comes in each hour of the week, on average of the times there was that hour. */
function hourlyRates(rhythm: Rhythm, first: Instant, before: Instant): readonly number[] {
  const sums = Array.from({ length: hoursOfWeek }, () => 0);
  const times = Array.from({ length: hoursOfWeek }, () => 0);
  for (const { hour: at, count } of rhythm) sums[hourOfWeek(at)] = (sums[hourOfWeek(at)] ?? 0) + count;
  for (let at = first; at < before; at = after(at, hour)) times[hourOfWeek(at)] = (times[hourOfWeek(at)] ?? 0) + 1;
  return sums.map((sum, nth) => sum / Math.max(1, times[nth] ?? 0));
}

function hourOf(at: Instant): Instant {
  return (Math.floor(at / hour) * hour) as Instant;
}

function hourOfWeek(at: Instant): number {
  return Math.floor(at / hour) % hoursOfWeek;
}
