import { mkdir, readdir, readFile, rename, rm, writeFile, appendFile } from "node:fs/promises";
import path from "node:path";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { seal, unseal } from "./seal.ts";

/** Lines on disk that wait until the database is back. Every line is sealed: it names a caller. */
export interface Spool {
  /**
   * Keeps a line, on disk before it returns. When the disk refuses, the line stays in memory, and the call it tells of
   * goes on all the same: it never throws.
   */
  keep(line: string): Promise<void>;
  /** True while lines wait. */
  isWaiting(): boolean;
  /**
   * Hands out every waiting line, oldest file first, and forgets a file when `take` has answered for all of its lines.
   * A line `take` throws at stays, with all lines after it, for the next time. Answers how many were taken.
   */
  drain(take: (line: string) => Promise<void>): Promise<number>;
}

/** Opens the spool of one process. Files left by processes before it are drained too. */
export async function openSpool(folder: string, key: Uint8Array, name: string, log: Log): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = path.join(folder, `${name}.spool`);
  const inMemory: string[] = [];
  let waiting = (await filesIn(folder)).length > 0;

  // A line being written must not be read before it is whole: writing and taking the file away go one after another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  // Every line waits for the disk, and a caller for the line: what comes while the disk is busy goes there in one piece.
  let unwritten: string[] = [];
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    const lines = unwritten.join("");
    unwritten = [];
    writing = undefined;
    await appendFile(own, lines, { flush: true, mode: 0o600 });
  };

  const readLines = async (file: string): Promise<readonly string[]> => {
    const sealed = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
    const lines = sealed.map((line) => unseal(key, line));
    const readable = lines.filter((line) => line !== undefined);
    // The last line of a process that died while writing it; or a folder that came with another key.
    if (readable.length < lines.length) log.warn({ lost: lines.length - readable.length }, "spooled lines unreadable");
    return readable;
  };

  const drainFile = async (file: string, take: (line: string) => Promise<void>): Promise<number> => {
    const lines = await readLines(file);
    for (const [nth, line] of lines.entries()) {
      try {
        await take(line);
      } catch (error) {
        await rewrite(
          file,
          lines.slice(nth).map((left) => seal(key, left)),
        );
        throw error;
      }
    }
    await rm(file, { force: true });
    return lines.length;
  };

  return {
    keep: async (line) => {
      waiting = true;
      unwritten.push(`${seal(key, line)}\n`);
      try {
        await (writing ??= inTurn(write));
      } catch (error) {
        inMemory.push(line);
        log.error(describeError(error), "the spool cannot be written: the line is kept in memory");
      }
    },
    isWaiting: () => waiting,
    drain: async (take) => {
      let taken = 0;
      // Lines that come while we drain go to a new file and are met by the next drain.
      await inTurn(() => rename(own, path.join(folder, `${name}-${Date.now()}.spool`))).catch(() => undefined);
      waiting = false;
      try {
        for (const file of await filesIn(folder)) if (file !== own) taken += await drainFile(file, take);
        while (inMemory[0] !== undefined) {
          await take(inMemory[0]);
          inMemory.shift();
          taken += 1;
        }
      } catch (error) {
        waiting = true;
        throw error;
      }
      return taken;
    },
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".spool"));
  return names.toSorted().map((name) => path.join(folder, name));
}

/** Replaces a file in one step, so that a death in between leaves the old one. */
async function rewrite(file: string, lines: readonly string[]): Promise<void> {
  await writeFile(`${file}.new`, lines.map((line) => `${line}\n`).join(""), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
