import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { read, repositoryFiles, root } from "./repository.ts";

const pending = repositoryFiles(/^\.changeset\/[^/]+\.md$/);
const released: { version: string } = JSON.parse(read("packages/core/package.json"));

test("every pending changeset names packages that exist and is one sentence in words of the people who notice", () => {
  const status = spawnSync("pnpm", ["exec", "changeset", "status"], { cwd: root, encoding: "utf8" });
  expect(status.stdout + status.stderr).not.toMatch(/error/i);
  for (const file of pending) {
    const [, front = "", words = ""] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(read(file)) ?? [];
    expect(front.trim(), file).not.toBe("");
    expect(words.trim(), file).toMatch(/^\p{Lu}.{20,}/u);
  }
});

test("what was never released has a changeset that will tell of it", () => {
  expect(released.version !== "0.0.0" || pending.length > 0).toBe(true);
});
