import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writePot } from "./write-pot.ts";
import { textsOf, type Text } from "./texts-of.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Where texts for people stand: our PHP, our own scripts, and the shared screens. */
const folders = ["includes", "src", "../../packages/admin-screens/src"];

/** Every text of the plugin, PHP's, the screens' and the block's, in the order of their files. */
export function allTexts(): readonly Text[] {
  return [...blockTexts("src/phone/block.json"), ...folders.flatMap((folder) => textsBelow(folder))];
}

/** What a block says of itself to editors. WordPress looks these up under contexts of its own. */
function blockTexts(file: string): readonly Text[] {
  const { title, description, keywords } = JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const text = (words: string, context: string): Text => ({ words, plural: undefined, context, note: undefined, file });
  return [
    text(title, "block title"),
    text(description, "block description"),
    ...keywords.map((keyword: string) => text(keyword, "block keyword")),
  ];
}

function textsBelow(folder: string): readonly Text[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).toSorted();
  return files
    .filter((file) => /\.(php|tsx?)$/.test(file) && !/\.(test|d)\.ts/.test(file))
    .flatMap((file) => textsOf(readFileSync(path.join(root, folder, file), "utf8"), path.join(folder, file)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(root, "languages/ringtrail.pot"), writePot(allTexts()));
}
