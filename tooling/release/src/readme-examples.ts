import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A fenced block of TypeScript in a README. */
export interface Example {
  /** `ts browser` after the fence: a page runs it. Plain `ts`: Node does. */
  readonly runsIn: "node" | "browser";
  readonly code: string;
}

/** The fenced TypeScript of a package's README, in order. */
export function readmeExamples(folder: string): readonly Example[] {
  const file = join(folder, "README.md");
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/^```ts( browser)?\n([\s\S]*?)^```/gm)].map(
    ([, browser, code = ""]) => ({ runsIn: browser === undefined ? "node" : "browser", code }),
  );
}
