// Writes law/manifest.json: the hash of every file of the law and one over them all. Run it after every change of the
// law, together with a new version here and its entry in RULES.md: `pnpm seal`. `pnpm seal --check` only compares.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { contentHash } from "../src/content-hash.ts";

const stamp = { name: "current", version: "1.0.0", asOf: "2026-11", from: "2026-11-01" };

const folder = new URL("../law/", import.meta.url);
const manifest = new URL("manifest.json", folder);
const files: Record<string, string> = {};
for (const name of (await readdir(folder)).toSorted()) {
  if (name === "manifest.json" || name === "us-2017-article.json") continue;
  files[name.replace(".json", "")] = await contentHash(JSON.parse(await readFile(new URL(name, folder), "utf8")));
}
const sealed = { ...stamp, fromMs: Date.parse(stamp.from), files };
const wanted = { $schema: "../schema/manifest.schema.json", ...sealed, hash: await contentHash(sealed) };

if (process.argv.includes("--check")) {
  const found = JSON.parse(await readFile(manifest, "utf8"));
  if (found.hash !== wanted.hash) {
    console.error(`law/manifest.json does not seal the law: it says ${found.hash}, the files say ${wanted.hash}.`);
    console.error("Raise the version in scripts/seal-rule-set.ts, say why in RULES.md and run: pnpm seal");
    process.exit(1);
  }
} else {
  await writeFile(manifest, `${JSON.stringify(wanted, undefined, 2)}\n`);
}
console.log(`rule set ${wanted.version} ${wanted.hash}`);
