import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAutomated } from "./is-automated.ts";

const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0";
const headless = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/149.0.0.0";

const table: [why: string, headers: Record<string, string>, expected: boolean][] = [
  ["an ordinary browser", { "user-agent": chrome }, false],
  ["a search engine", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }, true],
  ["an assistant's fetcher", { "user-agent": "Mozilla/5.0 (compatible; ChatGPT-User/1.0)" }, true],
  ["a headless browser", { "user-agent": headless }, true],
  ["a program", { "user-agent": "curl/8.5.0" }, true],
  ["nobody says who asks", {}, true],
  ["a page fetched ahead", { "user-agent": chrome, "sec-purpose": "prefetch" }, true],
  ["a page rendered ahead", { "user-agent": chrome, "sec-purpose": "prefetch;prerender" }, true],
  ["a page fetched ahead, in Firefox's old words", { "user-agent": chrome, "x-moz": "prefetch" }, true],
  ["a preview, in Safari's old words", { "user-agent": chrome, "x-purpose": "preview" }, true],
];

test.each(table)("%s", (_why, headers, expected) => {
  expect(isAutomated((name) => headers[name])).toBe(expected);
});

// The lists isbot tests itself with are no part of the project; they lie beside it on the machine it is built on.
const fixtures = new URL("../../../../../shared/corpora/isbot-fixtures/", import.meta.url);
const isThere = existsSync(fixtures);
if (!isThere) console.info("skipped: isbot's user agents are not beside this checkout (shared/corpora)");
const agentsIn = (file: string) =>
  [...readFileSync(new URL(file, fixtures), "utf8").matchAll(/^\s+- (?:"(.*)"|'(.*)'|(.*))$/gm)].map(
    ([, double, single, plain]) => double ?? single?.replaceAll("''", "'") ?? plain ?? "",
  );

test.skipIf(!isThere).each([
  ["crawlers.yml", true],
  ["browsers.yml", false],
])("of the user agents in %s hardly any is taken for the other kind", (file, expected) => {
  const agents = agentsIn(file);
  const wrong = agents.filter((agent) => isAutomated((name) => (name === "user-agent" ? agent : "")) !== expected);

  expect(agents.length).toBeGreaterThan(300);
  expect(wrong.length / agents.length, wrong.join("\n")).toBeLessThan(0.01);
});
