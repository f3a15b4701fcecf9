import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { decideRecording, type RecordingQuestion, type RuleSet } from "@ringtrail/core/consent";
import { loadRuleSet } from "@ringtrail/recording-law";
import type { Measure } from "./measure.ts";
import { percentile } from "./percentile.ts";

interface Case {
  readonly what: string;
  readonly question: RecordingQuestion;
  /** What a decision may leave behind: about 4 kB for each place it looks at, and 8 kB besides. */
  readonly kilobytes: number;
  /** What `JSON.parse` takes for the question on two quiet cores. */
  readonly parseUs: number;
}

/** A question as most calls ask it, and one with everything in it. */
const cases: readonly Case[] = [
  {
    what: "a Californian calls a Texan business",
    kilobytes: 24,
    parseUs: 0.5,
    question: { businessJurisdictions: ["US-TX"], caller: { number: "+14155550123" } },
  },
  {
    what: "every kind of evidence, eight places",
    kilobytes: 40,
    parseUs: 1.8,
    question: {
      businessJurisdictions: ["US-TX", "US-GA"],
      agentLocation: "US-WA",
      recordingLocation: "US-VA",
      channel: "phone",
      direction: "inbound",
      caller: {
        number: "+14155550123",
        lineType: "mobile",
        declared: "US-NV",
        billing: "US-CT",
        visits: [{ place: "US-FL", probability: 0.8 }],
      },
      flags: { purpose: "quality", retentionDays: 90, announcementPlayed: true },
      policy: { want: "announce" },
    },
  },
];

const warmUp = 20_000;
const samples = 20_000;
/** Few enough to fit into the young heap, so that nothing is swept while they are counted. */
const perBatch = 8;

/** What a decision costs beside reading its own question from JSON, the least anybody could do with it. */
export async function benchConsent(): Promise<readonly Measure[]> {
  const rules = await loadRuleSet();
  if (!rules.ok) throw new Error(JSON.stringify(rules.reason));
  return cases.flatMap((one) => measure(rules.value, one));
}

function measure(rules: RuleSet, { what, question, kilobytes, parseUs }: Case): readonly Measure[] {
  const text = JSON.stringify(question);
  const decide = () => decideRecording(rules, question);
  const parse = () => JSON.parse(text) as unknown;
  const decided = decide();
  if (!decided.ok) throw new Error(JSON.stringify(decided.reason));
  return [
    {
      what: `${what}: median of ${samples}`,
      unit: "us",
      budget: 20,
      good: "below",
      measured: medianUs(decide),
      reference: medianUs(parse),
      quietReference: parseUs,
    },
    {
      what: `${what}: allocated`,
      unit: "kB",
      budget: kilobytes,
      good: "below",
      measured: kilobytesEach(decide),
      reference: kilobytesEach(parse),
      // Memory does not depend on how busy a machine is, so the reference changes no budget here.
      quietReference: Number.POSITIVE_INFINITY,
    },
  ];
}

function medianUs(work: () => unknown): number {
  for (let nth = 0; nth < warmUp; nth += 1) work();
  const times: number[] = [];
  for (let nth = 0; nth < samples; nth += 1) {
    const begin = process.hrtime.bigint();
    work();
    times.push(Number(process.hrtime.bigint() - begin) / 1_000);
  }
  return percentile(times, 0.5);
}

/** What one piece of work leaves on the heap, before anything is swept: the median of some batches. */
function kilobytesEach(work: () => unknown): number {
  setFlagsFromString("--expose-gc");
  const sweep = runInNewContext("gc") as () => void;
  const batches: number[] = [];
  for (let batch = 0; batch < 41; batch += 1) {
    sweep();
    const before = process.memoryUsage().heapUsed;
    for (let nth = 0; nth < perBatch; nth += 1) work();
    batches.push((process.memoryUsage().heapUsed - before) / perBatch / 1_024);
  }
  return percentile(batches, 0.5);
}
