import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";
import { expect, test } from "vitest";
import * as snippet from "./index.ts";

const script = new URL("../dist/ringtrail.js", import.meta.url);

test("the public names are these and no others", () => {
  expect(Object.keys(snippet)).toEqual(["startRingtrail"]);
});

test.each([
  ["no site", { site: "", server: "https://calls.example.com" }],
  ["no server", { site: "demo" }],
])("started with %s it says what is missing", (_promise, settings) => {
  expect(() => snippet.startRingtrail(settings)).toThrow(TypeError);
});

test("a visitor downloads at most 3.95 kB, and a theme extension takes the file as it is", async () => {
  // The library's own types stop at `object`.
  const measured = (await sizeLimit([filePlugin], [fileURLToPath(script)])) as readonly { readonly size: number }[];

  expect(measured[0]?.size).toBeLessThanOrEqual(3_950);
  expect((await readFile(script)).byteLength).toBeLessThanOrEqual(9_900);
});

test("of the core only the consent table is in it, and nothing that a strict page forbids", async () => {
  const text = await readFile(script, "utf8");

  expect(text).toContain("source-only");
  expect(text).not.toMatch(/active_consent|innerHTML|\beval\b|new Function|document\.write|document\.cookie/);
  expect(text).toMatch(/^\/\*! Ringtrail \d+\.\d+\.\d+\S*, MIT \*\//);
  // Pure ASCII: a server that names no character set cannot spoil it.
  expect([...text].every((character) => character.charCodeAt(0) < 128)).toBe(true);
});
