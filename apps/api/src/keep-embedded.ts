import { startEmbedded, type EmbeddedServer } from "@ringtrail/database/embedded";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/** How often we look whether PostgreSQL still lives. */
const everyMs = 1_000;

/** Keeps an embedded PostgreSQL running. */
export interface EmbeddedKeeper {
  /** From now on starts it again when it has died: the kernel kills large processes first when memory runs out. */
  watch(log: Log): void;
  /** Ends the watch, then PostgreSQL. */
  stop(): Promise<void>;
}

/** Looks after a server we started or took over; one that was joined is looked after by whoever started it. */
export function keepEmbedded(first: EmbeddedServer): EmbeddedKeeper {
  const { folder } = first;
  const port = Number(new URL(first.url).port);
  let running = first;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const startAgain = async (log: Log): Promise<void> => {
    log.error({ pid: running.pid }, "the embedded PostgreSQL has died and is started again");
    const started = await startEmbedded({ folder, port });
    if (!started.ok) return log.error({ code: started.reason.code }, "the embedded PostgreSQL cannot be started again");
    running = started.value;
    const isWhereItWas = running.url === first.url;
    if (isWhereItWas) log.warn({ pid: running.pid }, "the embedded PostgreSQL runs again");
    else log.error({}, "the embedded PostgreSQL lost its port to another program: restart Ringtrail");
  };

  return {
    watch: (log) => {
      if (first.how === "joined") return;
      timer = setInterval(() => {
        if (starting !== undefined || isAlive(running.pid)) return;
        starting = startAgain(log)
          .catch((error: unknown) => log.error(describeError(error), "the embedded PostgreSQL cannot be started again"))
          .finally(() => (starting = undefined));
      }, everyMs);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await starting;
      await running.stop();
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
