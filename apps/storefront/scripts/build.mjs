// Puts the built snippet into the theme app extension. Run by `turbo run build` after the snippet's own build.
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Shopify's theme check counts raw bytes, although its page speaks of compressed ones.
const mostBytes = 10_000;

const built = fileURLToPath(import.meta.resolve("@ringtrail/snippet/ringtrail.js"));
const { size } = statSync(built);
if (size > mostBytes) throw new Error(`The snippet has ${size} bytes; a theme app extension allows ${mostBytes}.`);
const assets = new URL("../extensions/ringtrail/assets/", import.meta.url);
mkdirSync(assets, { recursive: true });
copyFileSync(built, new URL("ringtrail.js", assets));
console.log(`ringtrail.js copied into the theme app extension (${size} of ${mostBytes} bytes)`);
