import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

/** One request to send. */
export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of a series of requests. */
export interface Series {
  /** From the moment each request was due to the end of its answer, in milliseconds. */
  readonly latencies: readonly number[];
  /** Answers other than 200 and 204, and connections that broke. */
  readonly failures: number;
}

/**
 * Sends requests at a steady rate, whatever the answers do, as callers and visitors come. A request that is sent late
 * because we were busy is measured from when it was due, so that a stall is counted and not hidden.
 */
export async function sendAtRate(
  base: string,
  {
    count,
    perSecond,
    shot,
  }: { readonly count: number; readonly perSecond: number; readonly shot: (nth: number) => Shot },
): Promise<Series> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const latencies: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const open: Promise<void>[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const due = begin + (nth * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    open.push(
      send(agent, base, shot(nth)).then((isGood) => {
        latencies.push(performance.now() - due);
        if (!isGood) failures += 1;
      }),
    );
  }
  await Promise.all(open);
  agent.destroy();
  return { latencies, failures };
}

function send(agent: Agent, base: string, { path, headers, body }: Shot): Promise<boolean> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(`${base}${path}`, {
      agent,
      method: "POST",
      headers: { ...headers, "content-length": length },
    });
    sent.once("error", () => resolve(false));
    sent.once("response", (answer) => {
      answer.resume();
      answer.once("error", () => resolve(false));
      answer.once("end", () => resolve(answer.statusCode === 200 || answer.statusCode === 204));
    });
    sent.end(body);
  });
}
