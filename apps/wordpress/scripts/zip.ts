import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync, type Zippable } from "fflate";
import { allTexts } from "./make-pot.ts";
import { checkVersion } from "./stamp-version.ts";
import { translationFiles, translations } from "./translate.ts";
import { writePot } from "./write-pot.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What goes into the zip; everything else is for developers. */
const shipped = ["ringtrail.php", "uninstall.php", "readme.txt", "includes", "blocks", "build"];

/** The same files make the same zip: every file bears this local time. Zip knows no time zone. */
const fixedTime = new Date(2000, 0, 1);

/** The script on the page as the snippet's own package builds it. */
const snippet = path.join(root, "node_modules/@ringtrail/snippet/dist/ringtrail.js");

async function filesOf(entry: string): Promise<readonly string[]> {
  if (path.extname(entry) !== "") return [entry];
  const found = await readdir(path.join(root, entry), { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .toSorted();
}

await checkVersion();
const content: Zippable = {};
for (const file of (await Promise.all(shipped.map(filesOf))).flat()) {
  content[`ringtrail/${file.split(path.sep).join("/")}`] = await readFile(path.join(root, file));
}
content["ringtrail/assets/ringtrail.js"] = await readFile(snippet);
const languages = Object.assign(
  { "ringtrail.pot": writePot(allTexts()) },
  ...[...translations()].map(([locale, words]) => translationFiles(locale, words)),
);
for (const [name, text] of Object.entries<string>(languages)) {
  content[`ringtrail/languages/${name}`] = new TextEncoder().encode(text);
}
await mkdir(path.join(root, "dist"), { recursive: true });
const zip = zipSync(content, { mtime: fixedTime, level: 9 });
await writeFile(path.join(root, "dist/ringtrail.zip"), zip);
console.log(`dist/ringtrail.zip: ${Object.keys(content).length} files, ${Math.round(zip.length / 1024)} kB`);
