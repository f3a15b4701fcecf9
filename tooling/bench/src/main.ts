// `npm run bench -- voice`: runs the named benchmarks, or all, and ends with 1 when a budget is missed.
import { benchAttribution } from "./bench-attribution.ts";
import { benchConsent } from "./bench-consent.ts";
import { benchLease } from "./bench-lease.ts";
import { benchMemory } from "./bench-memory.ts";
import { benchReplay } from "./bench-replay.ts";
import { benchReports } from "./bench-reports.ts";
import { benchSnippet } from "./bench-snippet.ts";
import { benchStart } from "./bench-start.ts";
import { benchSwap } from "./bench-swap.ts";
import { benchVoice } from "./bench-voice.ts";
import { benchWebhooks } from "./bench-webhooks.ts";
import { benchWordPress } from "./bench-wordpress.ts";
import type { Measure } from "./measure.ts";
import { printTable } from "./print-table.ts";

type Bench = () => Promise<readonly Measure[]> | AsyncIterable<Measure>;

const benches: Readonly<Record<string, Bench>> = {
  attribution: benchAttribution,
  consent: benchConsent,
  replay: benchReplay,
  reports: benchReports,
  voice: benchVoice,
  lease: benchLease,
  swap: benchSwap,
  snippet: benchSnippet,
  start: benchStart,
  memory: benchMemory,
  webhooks: benchWebhooks,
  wordpress: benchWordPress,
};

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(benches) : asked;
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const kept: boolean[] = [];
for (const name of names) {
  const measures: Measure[] = [];
  try {
    for await (const measure of (await benches[name]?.()) ?? []) measures.push(measure);
  } catch (error) {
    // What was measured before is shown all the same.
    console.error(error);
    kept.push(false);
  }
  kept.push(printTable(name, measures));
}
process.exit(kept.every(Boolean) ? 0 : 1);
