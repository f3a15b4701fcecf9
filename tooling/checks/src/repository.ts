import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Files the repository holds or will hold: tracked and new ones, ignored ones left out. */
export function repositoryFiles(pattern: RegExp): readonly string[] {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  if (listed.status !== 0) throw new Error(`git ls-files failed: ${listed.stderr}`);
  return listed.stdout.split("\n").filter((file) => pattern.test(file));
}

/** A file's text by its path in the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
