import type { JsonSchema } from "./collect-schemas.ts";

/** A type in a few words for people: `string (uuid)`, `list of CallSummary`, `"both" | "none"`. */
export interface TypeWords {
  readonly words: string;
  /** The shape it names, if it names one. */
  readonly shape: string | undefined;
}

/** Says what a schema accepts. */
export function describeType(schema: JsonSchema): TypeWords {
  const { $ref: reference, type, format, anyOf, items } = schema;
  if (typeof reference === "string") {
    const shape = reference.split("/").at(-1) ?? "";
    return { words: shape, shape };
  }
  if (Array.isArray(schema["enum"])) return plain(schema["enum"].map((value) => JSON.stringify(value)).join(" | "));
  if ("const" in schema) return plain(JSON.stringify(schema["const"]));
  if (Array.isArray(anyOf)) return plain(anyOf.map((one: JsonSchema) => describeType(one).words).join(" | "));
  if (type === "array" && isSchema(items)) {
    const { words, shape } = describeType(items);
    return { words: `list of ${words}`, shape };
  }
  const name = typeof type === "string" ? type : "any";
  return plain(typeof format === "string" ? `${name} (${format})` : name);
}

/** One field of an object. */
export interface FieldWords extends TypeWords {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** The fields of an object; of an unnamed object in it, too, with dots: `ruleSet.version`. */
export function describeFields(schema: JsonSchema, prefix = ""): readonly FieldWords[] {
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const fields = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  return fields.flatMap(([key, field]) => {
    if (!isSchema(field)) return [];
    const name = `${prefix}${key}`;
    const description = typeof field["description"] === "string" ? field["description"] : "";
    const inner = isSchema(field["items"]) ? field["items"] : field;
    return [
      { name, isRequired: required.includes(key), description, ...describeType(field) },
      ...describeFields(inner, `${name}${inner === field ? "" : "[]"}.`),
    ];
  });
}

/** Whether a value is a schema that can be looked into. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function plain(words: string): TypeWords {
  return { words, shape: undefined };
}
