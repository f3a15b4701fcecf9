// Builds dist/ringtrail.js, the script of the tag, and dist/index.mjs with its types, the same for bundlers.
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { build as buildPackage } from "tsdown";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };
const define = { __RINGTRAIL_VERSION__: JSON.stringify(version) };

await buildPackage({
  entry: ["src/index.ts"],
  format: "esm",
  platform: "browser",
  fixedExtension: true,
  dts: true,
  define,
  logLevel: "warn",
});
await build({
  entryPoints: ["src/script.ts"],
  outfile: "dist/ringtrail.js",
  bundle: true,
  minify: true,
  format: "iife",
  // Chrome 80, Firefox 78, Safari 14 and newer; all of them know Unicode classes in expressions.
  target: "es2020",
  legalComments: "none",
  banner: { js: `/*! Ringtrail ${version}, MIT */` },
  define,
});
