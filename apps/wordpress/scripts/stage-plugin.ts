import { cp, mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { allTexts } from "./make-pot.ts";
import { checkVersion } from "./stamp-version.ts";
import { translationFiles, translations } from "./translate.ts";
import { writePot } from "./write-pot.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What goes into the zip; everything else is for developers. */
const shipped = ["ringtrail.php", "uninstall.php", "readme.txt", "includes", "build"];

/** The same files make the same zip: every file bears this local time. Zip knows no time zone. */
const fixedTime = new Date(2000, 0, 1);

/** What runs on the page as the snippet's own package builds it: the script, and what counts a clinic's pages. */
const scripts = ["ringtrail.js", "ringtrail-pages.js"];
const snippet = path.join(root, "node_modules/@ringtrail/snippet/dist");

/**
 * Lays the plugin out in a folder of its own as WordPress's handbook has plugins: `wp-scripts plugin-zip` then takes all of
 * it and nothing else. The folder's package.json only names the plugin and is not packed.
 *
 * @throws when header, readme and package state different versions, or a part was not built.
 */
export async function stagePlugin(folder: string): Promise<void> {
  await checkVersion();
  await rm(folder, { recursive: true, force: true });
  for (const part of shipped) await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  await mkdir(path.join(folder, "public"));
  for (const name of scripts) await cp(path.join(snippet, name), path.join(folder, "public", name));
  await mkdir(path.join(folder, "languages"));
  const languages = Object.assign(
    { "ringtrail.pot": writePot(allTexts()) },
    ...[...translations()].map(([locale, words]) => translationFiles(locale, words)),
  );
  for (const [name, text] of Object.entries<string>(languages)) {
    await writeFile(path.join(folder, "languages", name), text);
  }
  for (const file of await readdir(folder, { recursive: true })) {
    await utimes(path.join(folder, file), fixedTime, fixedTime);
  }
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "ringtrail" }));
}
