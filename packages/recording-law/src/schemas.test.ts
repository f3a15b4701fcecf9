import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
const lawFiles = readdirSync(new URL("../law", import.meta.url));
const ajv = new Ajv({ allErrors: true });

test("there is a file for each of 36 countries, and five shared ones", () => {
  expect(lawFiles.filter((file) => /^[A-Z]{2}\.json$/.test(file))).toHaveLength(36);
  expect(lawFiles.filter((file) => /^[a-z]/.test(file))).toHaveLength(5);
});

test.each(lawFiles)("law/%s has the shape of the schema it names", (file) => {
  const law = read(`law/${file}`);
  const name: string = law.$schema.replace("../schema/", "");
  const validate = ajv.getSchema(name) ?? ajv.addSchema(read(`schema/${name}`), name).getSchema(name);

  expect(validate?.(law), JSON.stringify(validate?.errors)).toBe(true);
});

test("the override the guide shows has the shape of its schema, and one without an author has not", () => {
  const guide = readFileSync(new URL("../../../docs/guides/recording-law.md", import.meta.url), "utf8");
  const [, written = ""] = /```json\n(\{[^]*?\n\})\n```/.exec(guide) ?? [];
  const validate = ajv.compile(read("schema/overrides.schema.json"));
  const { overrides } = JSON.parse(written);

  expect(validate({ overrides }), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ overrides: [{ ...overrides[0], author: undefined }] })).toBe(false);
});

test("a law that cites nothing, or claims a check it does not know, has the wrong shape", () => {
  const validate = ajv.compile({ ...read("schema/country.schema.json"), $id: "again" });
  const law = read("law/GB.json");
  const { citation: _, ...uncited } = law.places.GB;

  expect(validate({ ...law, places: { GB: uncited } })).toBe(false);
  expect(validate({ ...law, places: { GB: { ...law.places.GB, verification: "certain" } } })).toBe(false);
});
