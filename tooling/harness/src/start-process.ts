import { spawn } from "node:child_process";

/** How a process is started. */
export interface ProcessOptions {
  readonly cwd?: string;
  /** Added to our own environment; undefined removes a name. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How long `stop` waits before it kills. Default 10 s. */
  readonly graceMs?: number;
}

/** How a process ended. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that ends with the test. */
export interface RunningProcess {
  readonly pid: number;
  /** Everything printed so far, both streams in the order they came. */
  output(): string;
  /**
   * Waits until the output matches and answers the match.
   *
   * @throws when the process ends first or the time is up; the message carries the output.
   */
  waitFor(pattern: RegExp, withinMs?: number): Promise<RegExpExecArray>;
  /** Settles when the process has ended. */
  readonly ended: Promise<ProcessExit>;
  /** Asks it to end by SIGTERM, kills it when it does not, and waits. */
  stop(): Promise<ProcessExit>;
  /** Ends it as a power cut would: SIGKILL to this process alone, none of its children. */
  kill(): Promise<ProcessExit>;
}

/**
 * Starts a program, keeps what it prints, and ends it by its pid. It is killed when we exit.
 *
 * @throws when the program cannot be started.
 */
export async function startProcess(
  command: string,
  args: readonly string[],
  { cwd, env = {}, graceMs = 10_000 }: ProcessOptions = {},
): Promise<RunningProcess> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  const printed: string[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed.push(text);
      tell();
    });
  }
  const killNow = (): void => void child.kill("SIGKILL");
  process.once("exit", killNow);
  let exit: ProcessExit | undefined;
  const ended = new Promise<ProcessExit>((resolve) => {
    // "close" comes after "exit", when all output has been read.
    child.once("close", (code, signal) => {
      exit = { code, signal };
      process.removeListener("exit", killNow);
      resolve(exit);
      tell();
    });
  });
  const output = (): string => printed.join("");
  return {
    pid: child.pid ?? 0,
    output,
    ended,
    waitFor: (pattern, withinMs = 60_000) =>
      waitForOutput({ pattern, withinMs, output, listeners, ended: () => exit, name: command }),
    stop: async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(killNow, graceMs);
      return ended.finally(() => clearTimeout(timer));
    },
    kill: async () => {
      killNow();
      return ended;
    },
  };
}

interface Wait {
  readonly pattern: RegExp;
  readonly withinMs: number;
  readonly output: () => string;
  readonly listeners: Set<() => void>;
  readonly ended: () => ProcessExit | undefined;
  readonly name: string;
}

function waitForOutput({ pattern, withinMs, output, listeners, ended, name }: Wait): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      stopListening();
      reject(new Error(`${name} ${why} before ${pattern}. It printed:\n${output()}`));
    };
    const look = (): void => {
      const match = pattern.exec(output());
      if (match !== null) {
        stopListening();
        resolve(match);
        return;
      }
      const exit = ended();
      if (exit !== undefined) fail(`ended with ${exit.signal ?? `code ${exit.code}`}`);
    };
    const timer = setTimeout(() => fail(`took more than ${withinMs} ms`), withinMs);
    const stopListening = (): void => {
      clearTimeout(timer);
      listeners.delete(look);
    };
    listeners.add(look);
    look();
  });
}
