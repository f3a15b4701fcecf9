import type { RunningServer } from "./main.ts";

/** A stop that takes longer is cut off. */
const longestStopMs = 15_000;

/** Stops the server once on SIGINT, SIGTERM or SIGHUP and ends the process; a second signal ends it at once. */
export function stopOnSignals(server: Pick<RunningServer, "stop">): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), longestStopMs).unref();
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
