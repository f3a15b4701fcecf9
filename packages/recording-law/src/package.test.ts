import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../law/manifest.json" with { type: "json" };
import { loadRuleSet, shippedFiles } from "./index.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const sources = readdirSync(new URL(".", import.meta.url)).filter((file) => !file.endsWith(".test.ts"));

test("the package depends on nothing, and what it ships asks for nothing but its own files", () => {
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(read("../package.json"));
  const imported = sources.flatMap((file) =>
    [...read(file).matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name = ""]) => name),
  );

  expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined]);
  expect(imported.length).toBeGreaterThan(40);
  expect(imported.filter((name) => !name.startsWith("./") && !name.startsWith("../law/"))).toEqual([]);
});

test("it says of itself that it is no legal advice: in its manifest, its README and its history of the law", () => {
  expect(JSON.parse(read("../package.json")).description).toContain("Not legal advice");
  for (const page of ["../README.md", "../RULES.md"]) expect(read(page).toLowerCase()).toMatch(/not legal\s+advice/);
});

test("the history of the law tells of the version that is shipped, with its hash", () => {
  const [, latest = ""] = read("../RULES.md").split(/^## /m);

  expect(latest).toMatch(new RegExp(`^${manifest.version.replaceAll(".", "\\.")} \\(${manifest.asOf}\\)`));
  expect(latest).toContain(manifest.hash);
});

test("the files can be had as they are, to be kept: the whole, or some countries of it", async () => {
  const [all, some] = [await shippedFiles(), await shippedFiles(["US", "JM"])];
  const loaded = await loadRuleSet();

  expect(all).toMatchObject({ ok: true, value: { manifest: { hash: loaded.ok ? loaded.value.hash : "" } } });
  expect(some.ok && Object.keys(some.value.files).toSorted()).toEqual(["US", "area-codes", "countries", "principles"]);
});
