import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";
import { expect, test } from "vitest";
import * as snippet from "./index.ts";

const script = new URL("../dist/ringtrail.js", import.meta.url);

test("the public names are these and no others", () => {
  expect(Object.keys(snippet)).toEqual(["startRingtrail", "countPages"]);
});

test.each([
  ["no site", { site: "", server: "https://calls.example.com" }],
  ["no server", { site: "demo" }],
])("started with %s it says what is missing", (_promise, settings) => {
  expect(() => snippet.startRingtrail(settings)).toThrow(TypeError);
  expect(() => snippet.countPages(settings)).toThrow(TypeError);
});

// The library's own types stop at `object`.
const sizeOf = async (file: URL): Promise<number | undefined> =>
  ((await sizeLimit([filePlugin], [fileURLToPath(file)])) as readonly { readonly size: number }[])[0]?.size;

test("a visitor downloads at most 4.188 kB, and a theme extension takes the file as it is", async () => {
  expect(await sizeOf(script)).toBeLessThanOrEqual(4_188);
  expect((await readFile(script)).byteLength).toBeLessThanOrEqual(9_900);
});

test("the core alone is at most 2.672 kB", async () => {
  expect(await sizeOf(new URL("../dist/ringtrail-core.js", import.meta.url))).toBeLessThanOrEqual(2_672);
});

test("what counts a clinic's pages is a piece of its own, of at most 640 bytes", async () => {
  expect(await sizeOf(new URL("../dist/ringtrail-pages.js", import.meta.url))).toBeLessThanOrEqual(640);
});

test("the overlay is loaded apart: nobody but the owner downloads it", async () => {
  expect(await readFile(script, "utf8")).not.toContain("looks like a number");
  expect(await readFile(new URL("../dist/ringtrail-debug.js", import.meta.url), "utf8")).toContain(
    "looks like a number",
  );
});

test("of the core only the consent table is in it, and nothing that a strict page forbids", async () => {
  const text = await readFile(script, "utf8");

  expect(text).toContain("source-only");
  expect(text).not.toMatch(/active_consent|innerHTML|\beval\b|new Function|document\.write|document\.cookie/);
  expect(text).toMatch(/^\/\*! Ringtrail \d+\.\d+\.\d+\S*, MIT \*\//);
  // Pure ASCII: a server that names no character set cannot spoil it.
  expect([...text].every((character) => character.charCodeAt(0) < 128)).toBe(true);
});
