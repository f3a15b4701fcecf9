import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Milliseconds } from "@ringtrail/core";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { lawFolderOf } from "./law-folder.ts";
import { loadLaw, type LawInForce } from "./load-law.ts";
import { openOverrideBook, type OverrideBook } from "./override-book.ts";

/** The law in force, and what reads it anew. */
export interface KeptLaw {
  current(): LawInForce;
  /** Reads the law anew if its files have changed since it was read, and rest. */
  look(): Promise<void>;
  /** The owner's overrides. One that is kept or taken back counts at once: it was written whole. */
  readonly overrides: OverrideBook;
  /** Looks every so often until it is stopped. */
  start(everyMs: Milliseconds): () => Promise<void>;
}

/**
 * Keeps the law of an installation: an owner's rule set or override that is changed while the server runs counts from
 * the next call on. One that is refused leaves the last good law in force and every call announced, as at a start.
 *
 * Files that differ from one look to the next are still being written, and are left alone until they rest.
 */
export async function keepLaw(dataFolder: string, log: Log): Promise<KeptLaw> {
  let seen = await printOf(dataFolder);
  let read = seen;
  let inForce = await loadLaw(dataFolder, log);
  const readAnew = async (print: string): Promise<void> => {
    inForce = await loadLaw(dataFolder, log);
    read = print;
    const { rules, refused } = inForce;
    log.info({ name: rules?.name, hash: rules?.hash, refused: refused?.code }, "the recording law was read anew");
  };
  const look = async (): Promise<void> => {
    const now = await printOf(dataFolder);
    const isResting = now === seen;
    seen = now;
    if (now !== read && isResting) await readAnew(now);
  };
  const reread = async (): Promise<void> => {
    seen = await printOf(dataFolder);
    await readAnew(seen);
  };
  const overrides = openOverrideBook(dataFolder, reread);
  return { current: () => inForce, look, overrides, start: (everyMs) => startLooking(look, everyMs, log) };
}

function startLooking(look: () => Promise<void>, everyMs: Milliseconds, log: Log): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log.warn(describeError(error), "the recording law could not be looked at"))
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** What the law's files look like from outside: which there are, how long each is and when it was written. */
async function printOf(dataFolder: string): Promise<string> {
  const { rules, overrides } = lawFolderOf(dataFolder);
  const names = await readdir(rules).catch(() => []);
  const files = [overrides, ...names.toSorted().map((name) => path.join(rules, name))];
  const prints = files.map(async (file) => {
    const facts = await stat(file).catch(() => undefined);
    return facts === undefined ? `${file} absent` : `${file} ${facts.ino} ${facts.size} ${facts.mtimeMs}`;
  });
  return (await Promise.all(prints)).join("\n");
}
