import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { openLine, type LeanLine } from "./lean-line.ts";
import type { Series, Shot } from "./open-loop.ts";

const isGood = (status: number): boolean => status === 200 || status === 204;

/** How many requests a second are answered well, with as many visitors waiting as there are lines. */
export async function pushHard(
  base: string,
  { seconds, lines, shot }: { readonly seconds: number; readonly lines: number; readonly shot: (nth: number) => Shot },
): Promise<{ readonly perSecond: number; readonly failures: number }> {
  const open = await Promise.all(Array.from({ length: lines }, () => openLine(base)));
  const begin = performance.now();
  let sent = 0;
  let failures = 0;
  await Promise.all(
    open.map(async (line) => {
      while (performance.now() - begin < seconds * 1000) {
        if (!isGood(await line.send(shot(sent++)))) failures += 1;
      }
      line.close();
    }),
  );
  return { perSecond: ((sent - failures) * 1000) / (performance.now() - begin), failures };
}

/**
 * As `sendAtRate`, for rates at which the ordinary client would be what is measured. A request waits for a free line;
 * its time counts from when it was due.
 */
export async function pushAtRate(
  base: string,
  {
    count,
    perSecond,
    lines,
    shot,
  }: {
    readonly count: number;
    readonly perSecond: number;
    readonly lines: number;
    readonly shot: (nth: number) => Shot;
  },
): Promise<Series> {
  const free: LeanLine[] = await Promise.all(Array.from({ length: lines }, () => openLine(base)));
  // Nothing is kept of an answer but its time: what we pile up, our own collector of garbage clears away while answers
  // wait to be read, and the stall would be counted as the server's.
  const latencies = new Float64Array(count);
  let due = 0;
  let taken = 0;
  let failures = 0;
  const begin = performance.now();
  const dueAt = (nth: number): number => begin + (nth * 1000) / perSecond;
  const serve = async (line: LeanLine): Promise<void> => {
    while (taken < due) {
      const nth = taken++;
      const status = await line.send(shot(nth));
      latencies[nth] = performance.now() - dueAt(nth);
      if (!isGood(status)) failures += 1;
    }
    free.push(line);
  };
  while (due < count) {
    while (dueAt(due) > performance.now()) await wait(1);
    due += 1;
    // The one that has rested longest: a server closes a line that nobody uses for five seconds.
    const line = free.shift();
    if (line !== undefined) void serve(line);
  }
  while (free.length < lines) await wait(1);
  for (const line of free) line.close();
  return { latencies: [...latencies], failures };
}
