import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { themeCheckRun } from "@shopify/theme-check-node";
import { expect, test } from "vitest";

const extension = new URL("../extensions/ringtrail/", import.meta.url);

test("Shopify's own check of theme app extensions finds nothing to say", async () => {
  const root = fileURLToPath(extension);

  const { offenses, theme } = await themeCheckRun(root, `${root}.theme-check.yml`, () => undefined);

  expect(theme.length).toBeGreaterThan(3);
  expect(offenses.map(({ check, message, uri }) => `${check} in ${uri}: ${message}`)).toEqual([]);
});

test.each(["ringtrail.js", "ringtrail-pages.js"])(
  "%s is the built one, small enough for an app block",
  async (name) => {
    const copied = await readFile(new URL(`assets/${name}`, extension));
    const built = await readFile(new URL(import.meta.resolve(`@ringtrail/snippet/${name}`)));

    expect(copied.equals(built)).toBe(true);
    expect(copied.byteLength).toBeLessThanOrEqual(10_000);
  },
);

test("the cart's script is small enough as well, and the block loads it without holding up the page", async () => {
  const cart = await readFile(new URL("assets/ringtrail-cart.js", extension));
  const block = await readFile(new URL("blocks/call-tracking.liquid", extension), "utf8");

  expect(cart.byteLength).toBeLessThanOrEqual(10_000);
  expect(block).toContain(`<script src="{{ 'ringtrail-cart.js' | asset_url }}" defer></script>`);
});

// What Shopify's check lets through: it accepts any target, any kind of setting and a missing translation.
test.each(["call-tracking", "phone"])("the schema of %s says only what Shopify knows", async (name) => {
  const schema = schemaOf(await readFile(new URL(`blocks/${name}.liquid`, extension), "utf8"));

  expect(["head", "body", "section"]).toContain(schema.target);
  for (const { type } of schema.settings) expect(["paragraph", "text", "checkbox"]).toContain(type);
  const ids = schema.settings.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every language has every word of the theme editor", async () => {
  const files = (await readdir(new URL("locales/", extension))).filter((file) => file.endsWith(".schema.json"));
  const words = await Promise.all(
    files.map(async (file) => keysOf(JSON.parse(await readFile(new URL(`locales/${file}`, extension), "utf8")))),
  );

  for (const some of words) expect(some).toEqual(words[0]);
  const blocks = await Promise.all(
    ["call-tracking", "phone"].map((name) => readFile(new URL(`blocks/${name}.liquid`, extension), "utf8")),
  );
  const used = [...blocks.join().matchAll(/"t:([\w.]+)"/g)].map(([, key]) => key);
  expect(new Set(used)).toEqual(new Set(words[0]));
});

test("all Liquid together stays far below Shopify's 100 kB", async () => {
  const sizes = await Promise.all(
    (await readdir(new URL("blocks/", extension))).map(
      async (file) => (await stat(new URL(`blocks/${file}`, extension))).size,
    ),
  );

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000);
});

interface BlockSchema {
  readonly target: string;
  readonly settings: readonly { readonly type: string; readonly id?: string }[];
}

function schemaOf(liquid: string): BlockSchema {
  return JSON.parse(/\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(liquid)?.[1] ?? "") as BlockSchema;
}

function keysOf(value: unknown, prefix = ""): string[] {
  if (typeof value !== "object" || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, prefix === "" ? key : `${prefix}.${key}`));
}
