import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../languages/", import.meta.url));

/** Scripts that speak to people, by the handle WordPress looks their translation up under. */
const handles = ["ringtrail-screens", "ringtrail-connect", "ringtrail-widget", "ringtrail-phone-editor-script"];

/** What translators wrote, by locale: English to their language. */
export function translations(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const files = readdirSync(folder).filter((name) => /^[a-z]{2,3}(_[A-Z]{2})?\.json$/.test(name));
  return new Map(
    files.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(`${folder}${name}`, "utf8"))]),
  );
}

/**
 * The files WordPress reads for one locale, by name: one for PHP, and for each script one that holds every text, so that a
 * part of a script that is loaded later finds its texts as well.
 */
export function translationFiles(
  locale: string,
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const plural = "nplurals=2; plural=(n != 1);";
  const lines = Object.entries(words).map(([from, to]) => `${php(from)}=>${php(to)}`);
  const head = `'domain'=>'ringtrail','language'=>'${locale}','plural-forms'=>${php(plural)}`;
  const texts = Object.fromEntries(Object.entries(words).map(([from, to]) => [from, [to]]));
  const script = JSON.stringify({
    domain: "messages",
    locale_data: { messages: { "": { domain: "messages", lang: locale, "plural-forms": plural }, ...texts } },
  });
  return {
    [`ringtrail-${locale}.l10n.php`]: `<?php\ndefined( 'ABSPATH' ) || exit;\nreturn array(${head},'messages'=>array(${lines.join(",\n")}));\n`,
    ...Object.fromEntries(handles.map((handle) => [`ringtrail-${locale}-${handle}.json`, script])),
  };
}

function php(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
