// Puts the built snippet into the theme app extension, and renders our theme with the extension in it: the demo's shop.
// Run by `turbo run build` after the snippet's own build.
import { copyFileSync, cpSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { products, renderTheme } from "../testing/render-theme.ts";

// Shopify's theme check counts raw bytes, although its page speaks of compressed ones.
const mostBytes = 10_000;

const assets = new URL("../extensions/ringtrail/assets/", import.meta.url);
mkdirSync(assets, { recursive: true });
for (const name of ["ringtrail.js", "ringtrail-pages.js"]) {
  const built = fileURLToPath(import.meta.resolve(`@ringtrail/snippet/${name}`));
  const { size } = statSync(built);
  if (size > mostBytes) throw new Error(`${name} has ${size} bytes; a theme app extension allows ${mostBytes}.`);
  copyFileSync(built, new URL(name, assets));
  console.log(`${name} copied into the theme app extension (${size} of ${mostBytes} bytes)`);
}

const theme = new URL("../dist/theme/", import.meta.url);
rmSync(theme, { recursive: true, force: true });
mkdirSync(new URL("products/", theme), { recursive: true });
cpSync(new URL("../theme/assets/", import.meta.url), new URL("assets/", theme), { recursive: true });
cpSync(assets, new URL("assets/", theme), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("../extensions/ringtrail-pixel/src/index.js", import.meta.url))],
  outfile: fileURLToPath(new URL("assets/ringtrail-pixel.js", theme)),
  bundle: true,
  minify: true,
  format: "iife",
  logLevel: "warning",
});

// What the embed reads from the app's metafields once it is installed, and what the merchant wrote into the app block.
const settings = {
  embed: { site: "demo", server: "/apps/ringtrail" },
  phone: { number: "+1 415 555 0100", label: "Order by phone" },
};
const ofShopify = { shop: '<script src="/assets/shopify.js"></script>' };
// After a checkout Shopify runs the shop's pixels as well.
ofShopify.thanks = `${ofShopify.shop}<script src="/assets/web-pixels.js" defer></script>`;
const page = async (file, shown) => {
  const script = shown.template === "thanks" ? ofShopify.thanks : ofShopify.shop;
  writeFileSync(new URL(file, theme), await renderTheme(settings, script, shown));
};
for (const template of ["index", "cart", "thanks"]) await page(`${template}.html`, { template });
for (const product of products) await page(`products/${product.id}.html`, { template: "product", product });
const shown = products.map(({ id, title, price }) => ({ id, title, price }));
writeFileSync(new URL("products.json", theme), JSON.stringify(shown));
