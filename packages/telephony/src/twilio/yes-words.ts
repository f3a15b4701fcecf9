const english = ["yes", "yeah", "yep", "I agree", "sure", "okay"] as const;

const byLanguage: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["en", english],
  ["es", ["sí", "si", "acepto", "de acuerdo", "claro"]],
]);

/** The words that are a yes in a language; English ones where we know none. */
export function yesWords(language: string): readonly string[] {
  return byLanguage.get(language.toLowerCase().split("-")[0] ?? "") ?? english;
}

/**
 * The yes in what was heard; undefined when there is none. A clear yes begins with a word for it, in any language we
 * know, and holds no word of refusal: a recording must not rest on a guess. No more of what was said is kept than the
 * yes, because the rest may be personal.
 */
export function yesIn(heard: string): string | undefined {
  const words = ` ${heard
    .toLowerCase()
    .replaceAll(/[^\p{L}']+/gu, " ")
    .trim()} `;
  if (/ (no|not|don't|never|nunca|tampoco) /u.test(words)) return undefined;
  return [...byLanguage.values()].flat().find((yes) => words.startsWith(` ${yes.toLowerCase()} `));
}
