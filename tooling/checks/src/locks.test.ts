import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryFiles, root } from "./repository.ts";

/** A copy of the workspace's manifests, in which a forbidden import can be written without harm. */
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "ringtrail-locks-"));
  const manifests = repositoryFiles(
    /(^|\/)(package\.json|turbo\.json|tsconfig\.json|pnpm-workspace\.yaml|pnpm-lock\.yaml)$/,
  );
  for (const file of [...manifests, ".oxlintrc.json", "tooling/lint/pure-core.js"]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  spawnSync("git", ["init", "--quiet"], { cwd: copy });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Writes one source file into the copy, runs a command there, and answers how it ended. */
function withSource(
  file: string,
  source: string,
  command: string,
  args: readonly string[],
): { code: number | null; output: string } {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), source);
  const result = spawnSync(command, args, { cwd: copy, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  rmSync(join(copy, file));
  return { code: result.status, output: result.stdout + result.stderr };
}

describe("turbo boundaries refuses", () => {
  test.each([
    ["the core importing the database", "packages/core/src/probe.ts", 'import "@ringtrail/database";'],
    ["telephony importing the database", "packages/telephony/src/probe.ts", 'import "@ringtrail/database";'],
    ["destinations importing the database", "packages/destinations/src/probe.ts", 'import "@ringtrail/database";'],
    ["the snippet importing telephony", "packages/snippet/src/probe.ts", 'import "@ringtrail/telephony";'],
    ["a package importing an app", "packages/database/src/probe.ts", 'import "ringtrail";'],
    [
      "a file outside the package by a relative path",
      "packages/core/src/probe.ts",
      'import "../../database/src/index.ts";',
    ],
  ])("%s", (_promise, file, source) => {
    const { code, output } = withSource(file, `${source}\n`, "turbo", ["boundaries"]);
    expect(code, output).not.toBe(0);
  });

  test("and lets the workspace as it is pass", () => {
    const { code, output } = withSource("packages/core/src/probe.ts", "export {};\n", "turbo", ["boundaries"]);
    expect(code, output).toBe(0);
  });
});

describe("the linter refuses in the core", () => {
  test.each([
    ["the clock", "export const now = Date.now();"],
    ["chance", "export const draw = Math.random();"],
    ["a throw", 'export function fail(): never { throw new Error("no"); }'],
    ["a door without names", 'export * from "./ids.ts";'],
    ["local words", "export const zone = Intl;"],
    ["any", "export const thing: any = 1;"],
    ["the testing door", 'export { at } from "@ringtrail/core/testing";'],
  ])("%s", (_promise, source) => {
    const { code, output } = withSource("packages/core/src/probe.ts", `${source}\n`, "oxlint", [
      "packages/core/src/probe.ts",
    ]);
    expect(code, output).not.toBe(0);
  });

  test("and nothing else", () => {
    const source = "export const half = (whole: number): number => whole / 2;\n";
    expect(withSource("packages/core/src/probe.ts", source, "oxlint", ["packages/core/src/probe.ts"]).code).toBe(0);
  });
});

describe("the exports maps refuse", () => {
  test.each([
    "@ringtrail/core/src/ids.ts",
    "@ringtrail/database/src/schema/calls.ts",
    "@ringtrail/telephony/src/index.ts",
  ])("a deep import of %s", (name) => {
    const code = `import(${JSON.stringify(name)}).then(() => process.exit(0), (e) => process.exit(e.code === "ERR_PACKAGE_PATH_NOT_EXPORTED" ? 7 : 1))`;
    expect(spawnSync(process.execPath, ["-e", code], { cwd: join(root, "apps/api") }).status).toBe(7);
  });
});
