#!/usr/bin/env node
// The command `ringtrail`. Plain JavaScript that old versions of Node can read, so that they can say what is wrong.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Ringtrail needs Node 22.18 or newer, and this is Node ${process.versions.node}: install a newer Node and try again.`,
  );
  process.exit(1);
}

// In the workspace Node runs the sources; a published package carries them built.
const source = new URL("../src/cli/run.ts", import.meta.url);
const entry = existsSync(fileURLToPath(source)) ? source : new URL("../dist/cli/run.mjs", import.meta.url);
const { runCommandLine } = await import(entry.href);
await runCommandLine(process.argv.slice(2));
