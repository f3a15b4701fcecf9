import { execFile } from "node:child_process";
import { rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stagePlugin } from "./stage-plugin.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const staged = path.join(dist, "staged");
const wpScripts = createRequire(import.meta.url).resolve("@wordpress/scripts/bin/wp-scripts.js");

await stagePlugin(staged);
// It zips the folder it is started in, and says what it takes: kept for the check that it was this program that zipped.
const { stdout } = await promisify(execFile)(process.execPath, [wpScripts, "plugin-zip"], { cwd: staged });
await writeFile(path.join(dist, "plugin-zip.log"), stdout);
const zip = path.join(dist, "ringtrail.zip");
await rename(path.join(staged, "ringtrail.zip"), zip);
console.log(`dist/ringtrail.zip: ${Math.round((await stat(zip)).size / 1024)} kB`);
