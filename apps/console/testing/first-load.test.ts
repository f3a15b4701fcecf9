import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { anAnsweredCall, anOverview } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk, builtConsole } from "./browse.ts";

const desk = atADesk();
const assets = readdirSync(`${builtConsole}/assets`).map((name) => ({
  name,
  bytes: readFileSync(`${builtConsole}/assets/${name}`),
}));
const scripts = assets.filter(({ name }) => name.endsWith(".js"));

/** What a browser runs before anybody goes anywhere: the scripts the page names itself. */
function firstScripts(): typeof scripts {
  const html = readFileSync(`${builtConsole}/index.html`, "utf8");
  return scripts.filter(({ name }) => html.includes(name));
}

test("the scripts of the first load are at most 300 kB on the wire", () => {
  const sent = firstScripts().reduce((sum, { bytes }) => sum + brotliCompressSync(bytes).length, 0);

  expect(firstScripts().length).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(300_000);
});

test("the map of the law is loaded by whoever goes there, and by nobody else", async () => {
  const page = await desk.openSignedIn("/calls");
  await page.getByText("No calls yet").waitFor();
  const asked = (): readonly string[] => desk.server().requests.map(({ line }) => line);
  expect(asked().filter((line) => /consent-screen|draw-us-map/.test(line))).toEqual([]);

  await page.getByRole("link", { name: "Recording consent" }).click();
  await page.getByRole("listbox", { name: "Map of the United States" }).waitFor();
  expect(asked().filter((line) => /\/(consent-screen|draw-us-map)-/.test(line))).toHaveLength(2);
});

test("the library that draws the chart is loaded by whoever opens the overview, and by nobody else", async () => {
  const page = await desk.openSignedIn("/calls");
  await page.getByText("No calls yet").waitFor();
  const asked = (): readonly string[] =>
    desk.server().requests.flatMap(({ line }) => (line.includes("/calls-chart-") ? [line] : []));
  expect(asked()).toEqual([]);

  desk.server().world.overview = anOverview("2026-11-26");
  await page.getByRole("link", { name: "Overview" }).click();
  await page.locator(".rt-chart .recharts-surface").waitFor();
  expect(asked()).toHaveLength(1);
});

test("the table of calls is loaded where there is a call to show, and is no part of the first load", async () => {
  expect(firstScripts().filter(({ name }) => name.startsWith("calls-table-"))).toEqual([]);
  const table = scripts.filter(({ name }) => name.startsWith("calls-table-"));
  console.log(
    `The table of calls is ${table.map(({ bytes }) => brotliCompressSync(bytes).length).join(" + ")} B on the wire.`,
  );
  const page = await desk.openSignedIn("/calls");
  await page.getByText("No calls yet").waitFor();
  const asked = (): readonly string[] =>
    desk.server().requests.flatMap(({ line }) => (/\/calls-table-.*\.js/.test(line) ? [line] : []));
  expect(asked()).toEqual([]);

  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  await page.reload();
  await page.locator(".rt-calls tbody tr").waitFor();
  expect(asked()).toHaveLength(1);
});

test("no package still writes styles into the page by itself", () => {
  for (const { bytes } of scripts) {
    expect(bytes.toString()).not.toMatch(/__spinner\{|registerStyle\(["'`]/);
  }
});

test("the page holds no inline script or style", () => {
  const html = readFileSync(`${builtConsole}/index.html`, "utf8");
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)[^>]*>/);
});
