import { spawnSync } from "node:child_process";

/** An error line of the compiler: a file from the project's folder, then the place. */
const errorLine = /^(\S+?)\(\d+,\d+\): error /;

/**
 * Type-checks a project with the declarations of everything it imports. Errors inside somebody else's declarations are
 * passed over (drizzle's do not hold under this compiler); errors in ours are not.
 *
 * @throws with the compiler's words.
 */
export function typecheckExamples(project: string): void {
  const { status, stdout, stderr } = spawnSync("npx", ["tsc", "--pretty", "false"], { cwd: project, encoding: "utf8" });
  const errors = stdout.split("\n").filter((line) => errorLine.test(line));
  const ours = errors.filter((line) => isOurs(errorLine.exec(line)?.[1] ?? ""));
  if (ours.length > 0) throw new Error(ours.join("\n"));
  if (status !== 0 && errors.length === 0) throw new Error(`tsc ended with ${status}\n${stdout}${stderr}`);
}

function isOurs(file: string): boolean {
  return !file.startsWith("node_modules/") || /^node_modules\/(@ringtrail\/|ringtrail\/)/.test(file);
}
