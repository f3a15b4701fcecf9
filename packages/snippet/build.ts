// Builds dist/ringtrail.js, the script of the tag, and dist/index.mjs with its types, the same for bundlers.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { minify } from "terser";
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
  logLevel: "error",
});

const bundled = await build({
  entryPoints: ["src/script.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  // Chrome 80, Firefox 78, Safari 16.4 and newer; an older browser keeps the page's own number.
  target: "es2020",
  legalComments: "none",
  write: false,
  define,
});
// A second minifier takes another 6 % off what every visitor downloads.
const { code } = await minify(bundled.outputFiles[0]?.text ?? "", {
  ecma: 2020,
  toplevel: true,
  compress: {
    passes: 4,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    pure_getters: true,
    keep_fargs: false,
  },
  // Optimisers that merge scripts lose the header that says UTF-8.
  format: { ascii_only: true, preamble: `/*! Ringtrail ${version}, MIT */` },
});
writeFileSync("dist/ringtrail.js", `${code ?? ""}\n`);
