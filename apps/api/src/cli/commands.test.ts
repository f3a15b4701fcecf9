import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";

// Node loads the whole server here, and a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

const program = `
  import { Command } from "commander";
  import { commands } from "./commands.ts";
  const names = [];
  for (const [name, load] of commands) {
    const line = new Command();
    (await load())(line);
    names.push([name, ...line.commands.map((command) => command.name())]);
  }
  console.log(JSON.stringify(names));
`;

// A name that loaded another command would leave its own unknown.
test("each name loads the command of that name, and no other", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const names: readonly (readonly string[])[] = JSON.parse(stdout);
  expect(names.length).toBeGreaterThan(20);
  for (const [name, ...added] of names) expect(added).toEqual([name]);
});
