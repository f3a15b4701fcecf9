import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { read, root } from "./repository.ts";

/** Rows of the README's table: `| 0-1 | [file](file) | what you know then |`. */
const stops = [...read("README.md").matchAll(/^\| *\d+-\d+ *\| .*?\]\(([^)]+)\)/gm)].map(([, file = ""]) => file);

describe("the ten-minute path", () => {
  test("has at least eight stops", () => {
    expect(stops.length).toBeGreaterThanOrEqual(8);
  });

  test.each(stops)("%s is there and short enough to read in its minutes", (file) => {
    expect(existsSync(join(root, file))).toBe(true);
    const lines = read(file).split("\n").length;
    expect(lines).toBeLessThanOrEqual(file.endsWith("README.md") ? 130 : 80);
  });

  test("every glossary word of the design is defined in the core's README", () => {
    const glossary = read("packages/core/README.md").toLowerCase();
    const words = [
      "account",
      "site",
      "target number",
      "tracking number",
      "pool",
      "lease",
      "source number",
      "visit",
      "touch",
      "channel",
      "tel tap",
      "call",
      "candidate",
      "credit",
      "call flow",
      "call plan",
      "recording",
      "announcement",
      "jurisdiction",
      "rule set",
      "decision",
      "proof",
    ];
    expect(words.filter((word) => !glossary.includes(word))).toEqual([]);
  });
});
