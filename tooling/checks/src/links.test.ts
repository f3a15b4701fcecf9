import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { read, repositoryFiles, root } from "./repository.ts";

/** Relative links of a page, without anchors; links to other hosts are not followed. */
function relativeLinks(markdown: string): readonly string[] {
  const withoutCode = markdown.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target.split("#")[0] ?? "")
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
}

test("every relative link on every page leads to a file that is there", () => {
  const broken = repositoryFiles(/\.md$/).flatMap((page) =>
    relativeLinks(read(page))
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page} -> ${target}`),
  );
  expect(broken).toEqual([]);
});
