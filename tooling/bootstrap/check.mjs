// Runs every build, typecheck, lint and test, and adds the counts of all test reports up into one line.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readReports } from "./read-reports.mjs";
import { root, say, toolEnvironment } from "./tools.mjs";

/** Workspace folders that have a package.json. */
function packageFolders() {
  return ["packages", "apps", "tooling"].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => existsSync(join(folder, "package.json"))),
  );
}

/** One step of the check: its own line before, its output as it comes, true when it went well. */
function step(words, command, args, env) {
  say(words);
  const result = spawnSync(command, args, { cwd: root, env: { ...toolEnvironment(), ...env }, stdio: "inherit" });
  if (result.status !== 0) say(`failed: ${words}`);
  return result.status === 0;
}

/**
 * Every package's build, typecheck and tests. Forty real calls at once take a machine as it is: where every one of them
 * is placed, they have it to themselves.
 */
function packageTests(all, env) {
  const turbo = (words, ...filters) => {
    // Many tests wait, for a call to ring or a server to start: three packages keep two cores busy.
    const args = ["exec", "turbo", "run", "build", "typecheck", "test", "--continue", "--concurrency=3", ...filters];
    return step(words, "pnpm", args, env);
  };
  if (!all) return [turbo("build, typecheck and test every package")];
  return [
    turbo("build, typecheck and test every package but the real calls", "--filter=!@tooling/pbx"),
    turbo("real calls, with the machine to themselves", "--filter=@tooling/pbx"),
  ];
}

/** Runs the checks, prints what failed and `N passed, N failed, N skipped` last, and answers the exit code. */
export function check({ all }) {
  for (const folder of packageFolders()) rmSync(join(folder, "reports"), { recursive: true, force: true });
  // A test of the command line is a process of ours; what Node has compiled for one it need not for the next.
  const env = { NODE_COMPILE_CACHE: join(root, ".tools", "compiled"), ...(all ? { RINGTRAIL_TEST_ALL: "1" } : {}) };
  const good = [
    step("lint", "pnpm", ["exec", "oxlint"], env),
    step("format", "pnpm", ["exec", "oxfmt", "--check"], env),
    step("import boundaries", "pnpm", ["exec", "turbo", "boundaries"], env),
    ...packageTests(all, env),
  ].every(Boolean);
  const total = readReports(packageFolders());
  for (const line of total.lines) console.log(line);
  if (all && total.skipped > 0) say(`${total.skipped} tests were skipped, and in test:all nothing may be`);
  const allRan = !all || total.skipped === 0;
  if (!good && total.failed === 0) total.failed = 1;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return good && allRan && total.failed === 0 ? 0 : 1;
}
