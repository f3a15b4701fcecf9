import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../languages/", import.meta.url));

/** Scripts that speak to people, by the handle WordPress looks their translation up under. */
const handles = ["ringtrail-screens", "ringtrail-connect", "ringtrail-widget", "ringtrail-phone-editor-script"];

/**
 * What translators wrote: English to their language, singular and plural where English has both. A text with a context
 * stands under its context, the character EOT and its words, as WordPress looks it up.
 */
export type Translation = Readonly<Record<string, string | readonly [singular: string, plural: string]>>;

/** Every translation there is, by locale. */
export function translations(): ReadonlyMap<string, Translation> {
  const files = readdirSync(folder).filter((name) => /^[a-z]{2,3}(_[A-Z]{2})?\.json$/.test(name));
  return new Map(
    files.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(`${folder}${name}`, "utf8"))]),
  );
}

/**
 * The files WordPress reads for one locale, by name: one for PHP, and for each script one that holds every text, so that a
 * part of a script that is loaded later finds its texts as well.
 */
export function translationFiles(locale: string, words: Translation): Readonly<Record<string, string>> {
  const plural = "nplurals=2; plural=(n != 1);";
  const forms = Object.entries(words).map(([from, to]) => [from, typeof to === "string" ? [to] : to] as const);
  // WordPress splits the forms of a text at the character NUL, which only double quotes can write.
  const lines = forms.map(([from, to]) => `${php(from)}=>${to.map(php).join('."\\0".')}`);
  const head = `'domain'=>'ringtrail','language'=>'${locale}','plural-forms'=>${php(plural)}`;
  const texts = Object.fromEntries(forms);
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
