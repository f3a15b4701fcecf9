import { after, day } from "@ringtrail/core";
import { publishCounts, wayOfCall } from "@ringtrail/core/healthcare";
import { aTouch } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { byChance, byMoment, rightShare, type DumpedCalls } from "./attackers.ts";
import { byLog } from "./by-log.ts";
import { clinicWeeks, firstDay, type ClinicWeeks, type Ways } from "./clinic-weeks.ts";
import { nameOf } from "./name-ways.ts";

const weeks = 26;
const seeds = process.env["RINGTRAIL_TEST_ALL"] === "1" ? [1, 2, 3, 4, 5, 6] : [1, 2];

/** The worst that exact totals do: ways that bring equally many calls, so that what is usual says nothing. */
const evenWays: Ways = ["dentist", "clinic", "implant", "sedation"].map((keyword) => [
  aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "all", keyword }),
  1,
]);

/** What the report says of each span of weeks, by the core's rule. */
function reportOf({ calls }: ClinicWeeks, span: number): readonly DumpedCalls[] {
  const spans = Map.groupBy(calls, ({ rangAt }) => Math.floor((rangAt - firstDay) / (span * 7 * day)));
  return [...spans].flatMap(([nth, of]) => {
    const from = after(firstDay, nth * span * 7 * day);
    const counted = [...Map.groupBy(of, ({ touch }) => nameOf(touch)).values()].flatMap((same) => {
      const [first] = same;
      return first === undefined ? [] : [{ path: wayOfCall(first.touch), calls: same.length }];
    });
    return publishCounts(counted, 5).map(({ path, calls: number }) => ({
      way: path.join(" / "),
      channel: path[0],
      calls: number,
      from,
      to: after(from, span * 7 * day),
    }));
  });
}

/** How many more calls the best guess is right about, for who knows the report: without an access log, and beside one. */
function gainOf(seed: number, span: number): readonly [guess: number, besideLog: number] {
  const story = clinicWeeks(weeks, 50, seed, evenWays);
  const { calls, hits } = story;
  const truth = calls.map(({ touch }) => nameOf(touch));
  const listed = calls.map(({ ref, rangAt, touch }) => ({ ref, rangAt, channel: touch.channel }));
  const counts = [...Map.groupBy(calls, ({ touch }) => nameOf(touch))];
  const prior = new Map(
    counts.map(([way, of]) => [way, { channel: "paid_search", weight: (of.length / weeks) * span }] as const),
  );
  const report = reportOf(story, span);
  const log = (beside: object) => rightShare(byLog(hits, ({ touch }) => nameOf(touch), beside)(listed), truth);
  return [
    rightShare(byMoment(report, prior)(listed), truth) - rightShare(byChance(prior)(listed), truth),
    log({ report }) - log({}),
  ];
}

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;

test("the worst that exact totals tell stays what the decision says, and longer periods tell less", () => {
  const [weekly, monthly] = [1, 4].map((span) => {
    const gains = seeds.map((seed) => gainOf(seed, span));
    return { guess: mean(gains.map(([guess]) => guess)), log: mean(gains.map(([, log]) => log)) };
  });
  const say = (of: typeof weekly) => `${((of?.guess ?? 1) * 100).toFixed(1)} and ${((of?.log ?? 1) * 100).toFixed(1)}`;
  console.log(
    `points exact totals give, to a guess and beside a log: by the week ${say(weekly)}, by four ${say(monthly)}`,
  );

  expect(weekly?.guess).toBeLessThan(0.09);
  expect(weekly?.log).toBeLessThan(0.04);
  expect(monthly?.guess).toBeLessThan(weekly?.guess ?? 0);
});
