#!/usr/bin/env node
// The command `ringtrail-fake-carrier`. In the workspace Node runs the sources; a published package carries them built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const source = new URL("../src/fake/main.ts", import.meta.url);
const entry = existsSync(fileURLToPath(source)) ? source : new URL("../dist/fake/main.mjs", import.meta.url);
await import(entry.href);
