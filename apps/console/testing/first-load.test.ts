import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtConsole } from "./browse.ts";

const assets = readdirSync(`${builtConsole}/assets`).map((name) => ({
  name,
  bytes: readFileSync(`${builtConsole}/assets/${name}`),
}));

test("all scripts together are at most 300 kB on the wire", () => {
  const scripts = assets.filter(({ name }) => name.endsWith(".js"));
  const sent = scripts.reduce((sum, { bytes }) => sum + brotliCompressSync(bytes).length, 0);

  expect(scripts.length).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(300_000);
});

test("no package still writes styles into the page by itself", () => {
  for (const { bytes } of assets.filter(({ name }) => name.endsWith(".js"))) {
    expect(bytes.toString()).not.toMatch(/__spinner\{|registerStyle\("/);
  }
});

test("the page holds no inline script or style", () => {
  const html = readFileSync(`${builtConsole}/index.html`, "utf8");
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)[^>]*>/);
});
