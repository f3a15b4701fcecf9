import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced block of a README. */
export interface Example {
  readonly language: string;
  readonly code: string;
}

/** The fenced examples of a package's README in the given languages, in order. */
export function readmeExamples(folder: string, languages: readonly string[]): readonly Example[] {
  const file = join(folder, "README.md");
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)]
    .map(([, language = "", code = ""]) => ({ language, code }))
    .filter(({ language }) => languages.includes(language));
}
