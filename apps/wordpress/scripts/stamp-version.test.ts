import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkVersion, stampVersion, versionPlaces } from "./stamp-version.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let folder = "";

beforeEach(async () => {
  folder = `${await mkdtemp(path.join(tmpdir(), "ringtrail-version-"))}/`;
  for (const file of ["package.json", "ringtrail.php", "readme.txt"]) await cp(`${root}${file}`, `${folder}${file}`);
});
afterEach(() => rm(folder, { recursive: true }));

async function rewrite(file: string, from: string | RegExp, to: string): Promise<void> {
  await writeFile(`${folder}${file}`, (await readFile(`${folder}${file}`, "utf8")).replace(from, to));
}

test("package, header, constant and readme state one version", async () => {
  await expect(checkVersion()).resolves.toBeUndefined();
});

test("stamping writes the package's version into every place", async () => {
  await rewrite("package.json", /"version": "[^"]+"/, '"version": "3.2.1-beta.4"');

  await expect(checkVersion(folder)).rejects.toThrow(/ringtrail\.php says .* and .* and readme\.txt says/);
  await stampVersion(folder);

  await expect(checkVersion(folder)).resolves.toBeUndefined();
  for (const { file, pattern } of versionPlaces) {
    expect(pattern.exec(await readFile(`${folder}${file}`, "utf8"))?.[2]).toBe("3.2.1-beta.4");
  }
});

test("one differing place is named", async () => {
  await rewrite("readme.txt", /Stable tag: \S+/, "Stable tag: 9.9.9");

  await expect(checkVersion(folder)).rejects.toThrow(/package\.json says \S+, but readme\.txt says 9\.9\.9\./);
});

test("a place that is gone is named instead of skipped", async () => {
  await rewrite("readme.txt", /Stable tag: \S+\n/, "");

  await expect(stampVersion(folder)).rejects.toThrow(/readme\.txt no longer states a version/);
});
