// Installs the workspace from the lockfile, or the part of it that running the server needs.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say, toolsFolder } from "./tools.mjs";

/** What the server needs: itself, everything it imports, and the built pages it serves. */
const server = ["--filter", "ringtrail...", "--filter", "."];

/** Installs `everything`, or only what the `server` needs. A stamp makes the second time free. */
export function install(scope) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  const stamp = join(toolsFolder, "installed.json");
  const there =
    existsSync(stamp) && existsSync(join(root, "node_modules", ".pnpm")) ? JSON.parse(readFileSync(stamp, "utf8")) : {};
  if (there.lock === lock && (there.scope === "everything" || there.scope === scope)) return;
  say(
    `installing packages from the lockfile (${scope === "server" ? "what the server needs" : "the whole workspace"})`,
  );
  run("pnpm", ["install", "--frozen-lockfile", ...(scope === "server" ? server : [])], { quiet: true });
  writeFileSync(stamp, JSON.stringify({ lock, scope }));
}
