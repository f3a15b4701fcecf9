// Builds what the server serves and runs the server or its command line from the workspace's sources.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { node, root, run, say, toolEnvironment } from "./tools.mjs";

const pages = ["@ringtrail/console", "@ringtrail/snippet", "@ringtrail/storefront"];

/** Builds the pages the server hands out, and what else is named; free when nothing changed. */
export function buildPages(others = []) {
  say(`building the snippet, the console and the demo shop${others.map((name) => `, ${name}`).join("")}`);
  const filters = [...pages, ...others].map((name) => `--filter=${name}`);
  run("pnpm", ["exec", "turbo", "run", "build", ...filters, "--output-logs=errors-only"], { quiet: true });
}

/** Runs `ringtrail <args>` and leaves with its exit code. Signals are passed on, and it ends when we do. */
export function runRingtrail(args) {
  const child = spawn(node, [join(root, "apps/api/bin/ringtrail.mjs"), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    env: toolEnvironment(),
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  // npm runs us below `sh -c`, which passes no signals on: leave when our parent has left.
  const parent = process.ppid;
  if (process.platform !== "win32") setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
}
