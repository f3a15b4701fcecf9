import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const zip = unzipSync(new Uint8Array(readFileSync(`${root}dist/ringtrail.zip`)));
const names = Object.keys(zip).filter((name) => !name.endsWith("/"));
const textOf = (name: string): string => new TextDecoder().decode(zip[`ringtrail/${name}`]);
const manifest: { readonly version: string; readonly scripts: Record<string, string> } = JSON.parse(
  readFileSync(`${root}package.json`, "utf8"),
);

test("the zip is what the directory takes: one folder, no source, no development files", () => {
  expect(names.every((name) => name.startsWith("ringtrail/"))).toBe(true);
  expect(
    names.filter((name) => /\.(tsx?|map|lock|test\.\w+)$|package\.json|node_modules|\/\.|CHANGELOG/.test(name)),
  ).toEqual([]);
  for (const name of [
    "ringtrail.php",
    "uninstall.php",
    "readme.txt",
    "public/ringtrail.js",
    "public/ringtrail-pages.js",
    "build/phone/block.json",
  ]) {
    expect(names, name).toContain(`ringtrail/${name}`);
  }
});

test("the zip is what plugin-zip of @wordpress/scripts took, by the order of WordPress's handbook", () => {
  const log = readFileSync(`${root}dist/plugin-zip.log`, "utf8");
  expect(log).toContain("Using Plugin Handbook best practices");
  const taken = [...log.matchAll(/Adding `(.*)`\./g)].map(([, file = ""]) => `ringtrail/${file}`);
  expect(taken.toSorted()).toEqual(names.toSorted());
});

test("every script of wp-admin and the block comes out of @wordpress/scripts, with the dependencies it wrote down", () => {
  expect(manifest.scripts["build"]).toMatch(/^wp-scripts lint-js src && wp-scripts build .* && node scripts\/zip\.ts$/);
  for (const entry of ["index", "connect", "phone", "widget", "checkout"]) {
    expect(textOf(`build/${entry}.asset.php`), entry).toMatch(
      /^<\?php return array\('dependencies' => array\(.*'version' => '\w+'\);/,
    );
    expect(textOf(`build/${entry}.js`).length, entry).toBeGreaterThan(500);
  }
  // What runs on a shop's page needs nothing besides.
  expect(textOf("build/checkout.asset.php")).toContain("'dependencies' => array(),");
  // React and WordPress's own packages are never carried along.
  expect(textOf("build/phone.asset.php")).toContain("'wp-blocks'");
});

test("every script named anywhere is in the zip, and every PHP class in the file its name says", () => {
  for (const name of names.filter((one) => one.endsWith(".php"))) {
    const code = new TextDecoder().decode(zip[name]);
    for (const [, used = ""] of code.matchAll(/(?:new|\\Ringtrail\\)\s*([A-Z]\w+)(?=\(|::class)/g)) {
      if (/^(WP_|Plugin_|DateTime|RuntimeException)/.test(used)) continue;
      expect(names, `${used} of ${name}`).toContain(
        `ringtrail/includes/class-${used.toLowerCase().replaceAll("_", "-")}.php`,
      );
    }
  }
  expect(textOf("ringtrail.php")).toContain(`Version:           ${manifest.version}`);
});
