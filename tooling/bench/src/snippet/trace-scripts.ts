import type { Lab } from "./lab.ts";

/** What scripts took of a page's main thread while it loaded, in milliseconds of processor time. */
export interface ScriptTime {
  readonly all: number;
  /** The longest piece that ran without a pause. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** What the browser calls running a script, whoever calls it: what a script makes the browser do at once is inside. */
const running = new Set(["EvaluateScript", "v8.compile", "v8.run", "FunctionCall", "v8.callFunction", "RunMicrotasks"]);
/** Time for what comes after a page has loaded: an answer of the server, the next frames. */
const settleMs = 700;

/**
 * Loads a page in a new tab and adds up what its scripts took of the main thread. A page here has one script, so all of it is
 * that script's; what the driver itself runs is on the page without any as well.
 *
 * Processor time, not time on the clock: on a machine with other work the clock tells of the others.
 */
export async function traceScripts(lab: Lab, address: string): Promise<ScriptTime> {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  await lab.browser.startTracing(page, { categories: ["devtools.timeline", "v8", "v8.execute"] });
  await page.goto(address);
  await page.waitForTimeout(settleMs);
  const trace = JSON.parse((await lab.browser.stopTracing()).toString("utf8")) as { traceEvents: TraceEvent[] };
  await context.close();
  return sumOutermost(trace.traceEvents.filter(({ name, ph }) => ph === "X" && running.has(name)));
}

function sumOutermost(events: readonly TraceEvent[]): ScriptTime {
  const ends = new Map<string, number>();
  let all = 0;
  let longest = 0;
  for (const { pid, tid, ts, dur = 0, tdur = 0 } of events.toSorted(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    const thread = `${pid} ${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    all += tdur / 1000;
    longest = Math.max(longest, tdur / 1000);
  }
  return { all, longest };
}
