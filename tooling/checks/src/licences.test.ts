import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read, root } from "./repository.ts";

const gplPackages = ["@ringtrail/admin-screens", "@ringtrail/console", "@ringtrail/wordpress"];
const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Python-2\.0|PostgreSQL)\b/;

const manifests = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group))
    .filter((name) => existsSync(join(root, group, name, "package.json")))
    .map((name): { name: string; license: string } => JSON.parse(read(`${group}/${name}/package.json`))),
);

test.each(manifests.map(({ name, license }) => [name, license] as const))(
  "%s says its licence: %s",
  (name, license) => {
    expect(license).toBe(gplPackages.includes(name) ? "GPL-2.0-or-later" : "MIT");
  },
);

test.each(manifests.filter(({ name }) => !gplPackages.includes(name)).map(({ name }) => name))(
  "%s ships nothing whose licence is stricter than its own",
  (name) => {
    const listed = spawnSync("pnpm", ["licenses", "list", "--json", "--prod", "--filter", name], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const groups: Record<string, { name: string }[]> = listed.stdout.trim().startsWith("{")
      ? JSON.parse(listed.stdout)
      : {};
    const strict = Object.entries(groups)
      .filter(([licence]) => !permissive.test(licence))
      .flatMap(([licence, packages]) => packages.map((found) => `${found.name}: ${licence}`))
      .filter((line) => !line.startsWith("@ringtrail/"));
    expect(strict).toEqual([]);
  },
);
