import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RaceLine, RaceOrders } from "./race-worker.ts";

/** A running worker: what it was answered so far, and its end. */
export interface RaceWorker {
  readonly lines: readonly RaceLine[];
  /** The exit code, with what the worker complained of. */
  readonly ended: Promise<{ readonly code: number | null; readonly words: string }>;
}

/** Starts a process of its own that lends as told. */
export function startRaceWorker(orders: RaceOrders): RaceWorker {
  const script = fileURLToPath(new URL("./race-worker.ts", import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ["ignore", "pipe", "pipe"] });
  const lines: RaceLine[] = [];
  const words: string[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts.map((line): RaceLine => JSON.parse(line)));
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => words.push(text));
  const ended = new Promise<{ code: number | null; words: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, words: words.join("") }));
  });
  return { lines, ended };
}
