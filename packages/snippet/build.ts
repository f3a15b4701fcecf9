// Builds the scripts of the tag (dist/ringtrail.js; its core alone; the overlay that is loaded apart; what counts a
// clinic's pages) and, for bundlers, dist/index.mjs with its types.
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

await buildScript("script.ts", "ringtrail.js");
await buildScript("core.ts", "ringtrail-core.js");
await buildScript("count-pages.ts", "ringtrail-pages.js");
await buildScript("debug/show-overlay.ts", "ringtrail-debug.js");

async function buildScript(entry: string, name: string): Promise<void> {
  const isModule = entry.startsWith("debug/");
  const bundled = await build({
    entryPoints: [`src/${entry}`],
    bundle: true,
    // The second minifier does the rest better alone.
    minifySyntax: true,
    format: "esm",
    // Chrome 105, Firefox 106, Safari 17.4 and newer (`checkVisibility` is the youngest thing used); an older browser keeps the page's own number.
    target: "es2021",
    legalComments: "none",
    write: false,
    define,
  });
  const text = bundled.outputFiles[0]?.text ?? "";
  // As a parameter, what is named most gets a name of one letter.
  const script = isModule ? text : `((document) => { ${text} })(document)`;
  const compress = {
    passes: 10,
    unsafe: true,
    unsafe_methods: true,
    pure_getters: true,
  };
  // Functions are put where they are called first, because arrows are not, and written as arrows then.
  const inlined = await minify(script, {
    ecma: 2020,
    module: isModule,
    toplevel: true,
    mangle: false,
    compress: { ...compress, sequences: false, join_vars: false },
    format: { beautify: true, comments: false },
  });
  const { code } = await minify(asArrows(inlined.code ?? ""), {
    ecma: 2020,
    module: isModule,
    toplevel: true,
    // Whatever compares with `true` was set by us, and no flag of ours leaves the page.
    compress: { ...compress, unsafe_arrows: true, inline: 1, booleans_as_integers: !isModule },
    // Optimisers that merge scripts lose the header that says UTF-8.
    format: { ascii_only: true, preamble: `/*! Ringtrail ${version}, MIT */` },
  });
  writeFileSync(`dist/${name}`, code ?? "");
}

/**
 * Writes the functions of a bundle as arrows, which are shorter and all alike. Nothing in it asks for `this`, and
 * whatever is called while it loads stands behind what it calls.
 */
function asArrows(bundle: string): string {
  return bundle.replaceAll(
    /^( *)(async )?function (\w+)(\(.*\)) \{$([\s\S]*?)^\1\}$/gm,
    (_, _indent, isAsync: string | undefined, name: string, heard: string, body: string) =>
      `var ${name} = ${isAsync ?? ""}${heard} => {${body}};`,
  );
}
