import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeLog } from "../make-log.ts";
import { openSpool } from "./spool.ts";

const key = new Uint8Array(32).fill(3);
const log = makeLog("silent");

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-spool-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const open = (folder: string, name = "one", withKey = key) => openSpool(folder, withKey, name, log);

/** Drains a spool into a list. */
async function drained(spool: Awaited<ReturnType<typeof open>>): Promise<readonly string[]> {
  const lines: string[] = [];
  await spool.drain(async (line) => void lines.push(line));
  return lines;
}

test("lines come back in the order they were kept, once", async () => {
  const spool = await open(aFolder());
  expect(spool.isWaiting()).toBe(false);
  await spool.keep("first");
  await spool.keep("second");
  expect(spool.isWaiting()).toBe(true);

  expect(await drained(spool)).toEqual(["first", "second"]);
  expect(spool.isWaiting()).toBe(false);
  expect(await drained(spool)).toEqual([]);
});

test("lines that come at once, and while others are being written, are all on disk when they are said to be", async () => {
  const folder = aFolder();
  const spool = await open(folder);
  const lines = Array.from({ length: 60 }, (_, nth) => `line ${nth}`);
  const first = lines.slice(0, 20).map((line) => spool.keep(line));
  await first[0];
  await Promise.all([...first, ...lines.slice(20).map((line) => spool.keep(line))]);

  // What another process would find, had this one been killed now.
  const next = await open(folder, "next");
  expect(await drained(next)).toEqual(lines);
});

test("a killed process's lines are found by the next one", async () => {
  const folder = aFolder();
  await (await open(folder, "killed")).keep("kept");

  const next = await open(folder, "next");

  expect(next.isWaiting()).toBe(true);
  expect(await drained(next)).toEqual(["kept"]);
});

test("nobody reads a caller's number in the files, and another key opens nothing", async () => {
  const folder = aFolder();
  await (await open(folder)).keep("+12065550123");

  for (const file of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, file), "utf8")).not.toContain("2065550123");
  }
  expect(await drained(await open(folder, "other", new Uint8Array(32)))).toEqual([]);
});

test("a line that cannot be taken stays, with all after it", async () => {
  const folder = aFolder();
  const spool = await open(folder);
  for (const line of ["a", "b", "c"]) await spool.keep(line);
  const taken: string[] = [];

  const draining = spool.drain(async (line) => {
    if (line === "b") throw new Error("the database is gone again");
    taken.push(line);
  });

  await expect(draining).rejects.toThrow("gone again");
  expect(taken).toEqual(["a"]);
  expect(spool.isWaiting()).toBe(true);
  expect(await drained(await open(folder, "later"))).toEqual(["b", "c"]);
});

test("a line kept while the spool is drained waits for the next time", async () => {
  const spool = await open(aFolder());
  await spool.keep("a");

  await spool.drain(async () => await spool.keep("b"));

  expect(spool.isWaiting()).toBe(true);
  expect(await drained(spool)).toEqual(["b"]);
});

test("a line that was cut off by a power failure costs no other line", async () => {
  const folder = aFolder();
  await (await open(folder, "cut")).keep("whole");
  appendFileSync(path.join(folder, "cut.spool"), "AAAA");

  expect(await drained(await open(folder, "next"))).toEqual(["whole"]);
});

test("when the disk refuses, the line is kept in memory and nobody is disturbed", async () => {
  const folder = path.join(aFolder(), "spool");
  const spool = await open(folder);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "no folder any more");

  await spool.keep("in memory");

  expect(spool.isWaiting()).toBe(true);
  rmSync(folder);
  const again = await open(folder, "another process");
  expect(await drained(again)).toEqual([]);
  expect(await drained(spool)).toEqual(["in memory"]);
});
