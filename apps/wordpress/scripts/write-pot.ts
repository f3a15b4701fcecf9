import type { Text } from "./texts-of.ts";

const head = `# Texts of Ringtrail for WordPress. GPL-2.0-or-later.
msgid ""
msgstr ""
"Project-Id-Version: Ringtrail\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: ringtrail\\n"
`;

/** The texts as translators' programs read them: each once, with every file it stands in. */
export function writePot(texts: readonly Text[]): string {
  const known = Map.groupBy(texts, ({ context, words }) => `${context ?? ""}\u0004${words}`);
  return [head, ...[...known.values()].map(entry)].join("\n");
}

function entry(same: readonly Text[]): string {
  const [text] = same;
  if (text === undefined) return "";
  const plural = same.find((one) => one.plural !== undefined)?.plural;
  const notes = new Set(same.flatMap(({ note }) => note ?? []));
  return [
    ...[...notes].map((note) => `#. translators: ${note}`),
    ...[...new Set(same.map(({ file }) => file))].map((file) => `#: ${file}`),
    ...(text.context === undefined ? [] : [`msgctxt ${quote(text.context)}`]),
    `msgid ${quote(text.words)}`,
    ...(plural === undefined ? ['msgstr ""'] : [`msgid_plural ${quote(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""']),
    "",
  ].join("\n");
}

function quote(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
