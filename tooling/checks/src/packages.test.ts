import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, root } from "./repository.ts";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
}

/** Every package that is published, by its folder. */
const published = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group))
    .filter((name) => existsSync(join(root, group, name, "package.json")))
    .map((name) => ({
      folder: join(root, group, name),
      manifest: JSON.parse(read(`${group}/${name}/package.json`)) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true),
);

let packed = "";
beforeAll(() => {
  packed = mkdtempSync(join(tmpdir(), "ringtrail-packages-"));
});
afterAll(() => rmSync(packed, { recursive: true, force: true }));

/** Runs a tool of ours to its end; its words are the message when it fails. */
function runTool(name: string, args: readonly string[], cwd = join(root, "tooling/checks")): string {
  const local = join(root, "tooling/checks/node_modules/.bin", name);
  const result = spawnSync(existsSync(local) ? local : name, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect(result.status, `${name} ${args.join(" ")}\n${result.stdout}\n${result.stderr}`).toBe(0);
  return result.stdout;
}

/** Doors a compiler has no business with: style sheets, data, the script of a page. */
const noModule = /\.(css|json|js)$/;

describe.each(published.map((found) => [found.manifest.name, found] as const))("%s", (_name, { folder, manifest }) => {
  let tarball = "";
  beforeAll(() => {
    const printed = runTool("pnpm", ["pack", "--json", "--pack-destination", packed], folder);
    tarball = (JSON.parse(printed) as { filename: string }).filename;
  });

  test("is packed as npm expects it", () => {
    runTool("publint", ["run", tarball, "--strict"]);
  });

  const doors = Object.keys(manifest.publishConfig?.exports ?? {});
  const closed = doors.filter((door) => noModule.test(door)).map((door) => door.replace(/^\.\//, ""));
  if (doors.includes(".")) {
    test("has types that agree with its code, from every module that imports it", () => {
      const excluded = closed.length === 0 ? [] : ["--exclude-entrypoints", ...closed];
      runTool("attw", [tarball, "--profile", "esm-only", ...excluded]);
    });
  }

  test("carries its readme and its licence, and none of its sources and tests", () => {
    const files = runTool("tar", ["-tzf", tarball]).split("\n");
    expect(files).toEqual(expect.arrayContaining(["package/README.md", "package/LICENSE"]));
    expect(
      files.filter(
        (file) => /\/(src|testing|reports|node_modules)\/|\.test\.|\.tsx?$/.test(file) && !file.endsWith(".d.mts"),
      ),
    ).toEqual([]);
  });
});
