import autocannon from "autocannon";
import type { Shot } from "./open-loop.ts";

/** How many requests a second were answered well, with as many visitors waiting as there are connections. */
export async function sendAtFullSpeed(
  base: string,
  {
    seconds,
    connections,
    shot,
  }: { readonly seconds: number; readonly connections: number; readonly shot: (nth: number) => Shot },
): Promise<{ readonly perSecond: number; readonly failures: number }> {
  let nth = 0;
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const next = shot(nth++);
          return { ...request, path: next.path, headers: { ...next.headers }, body: next.body };
        },
      },
    ],
  });
  const failures = result.errors + result.non2xx + result.timeouts;
  return { perSecond: (result.requests.total - result.non2xx) / result.duration, failures };
}
