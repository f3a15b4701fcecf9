import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A place that states the plugin's version: the text before it, in a file. */
interface VersionPlace {
  readonly file: string;
  readonly pattern: RegExp;
}

/** Every place; WordPress reads the first and the directory the last. */
export const versionPlaces: readonly VersionPlace[] = [
  { file: "ringtrail.php", pattern: /^( \* Version: +)(\S+)$/m },
  { file: "ringtrail.php", pattern: /^(define\( 'RINGTRAIL_VERSION', ')([^']+)(?=' \);$)/m },
  { file: "readme.txt", pattern: /^(Stable tag: )(\S+)$/m },
];

const root = fileURLToPath(new URL("../", import.meta.url));

/** The version in package.json, which changesets writes. */
export async function packageVersion(folder: string = root): Promise<string> {
  const manifest: { readonly version: string } = JSON.parse(await readFile(`${folder}package.json`, "utf8"));
  return manifest.version;
}

/** Writes package.json's version into every place. @throws when a place is gone. */
export async function stampVersion(folder: string = root): Promise<void> {
  const version = await packageVersion(folder);
  for (const { file, pattern } of versionPlaces) {
    const text = await readFile(`${folder}${file}`, "utf8");
    if (!pattern.test(text)) throw new Error(`${file} no longer states a version where ${pattern} looks for it.`);
    await writeFile(
      `${folder}${file}`,
      text.replace(pattern, (_all, before: string) => `${before}${version}`),
    );
  }
}

/** @throws when a place states another version than package.json, naming every one. */
export async function checkVersion(folder: string = root): Promise<void> {
  const version = await packageVersion(folder);
  const wrong: string[] = [];
  for (const { file, pattern } of versionPlaces) {
    const stated = pattern.exec(await readFile(`${folder}${file}`, "utf8"))?.[2];
    if (stated !== version) wrong.push(`${file} says ${stated ?? "nothing"}`);
  }
  if (wrong.length > 0) {
    throw new Error(`package.json says ${version}, but ${wrong.join(" and ")}. Run: node scripts/stamp-version.ts`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes("--check") ? checkVersion() : stampVersion());
}
