import { z } from "zod";

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 speaks. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Turns zod schemas into JSON Schemas, and named ones into components that are written once. */
export interface SchemaCollector {
  /** `output` is what we answer, `input` what we accept. */
  readonly add: (schema: z.ZodType, io: "input" | "output") => JsonSchema;
  readonly components: () => Readonly<Record<string, JsonSchema>>;
}

/** Makes a collector. A schema is named by its `meta({ id })` in the contract. */
export function collectSchemas(): SchemaCollector {
  const components: Record<string, JsonSchema> = {};
  return {
    add: (schema, io) => {
      const made = z.toJSONSchema(z.object({ it: schema }), {
        io,
        override: ({ jsonSchema }) => {
          // The format says it; zod's patterns fill pages.
          if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
          // A client must live with fields that a newer server adds.
          if (io === "output") delete jsonSchema.additionalProperties;
          delete jsonSchema.id;
        },
      });
      for (const [name, definition] of Object.entries(made.$defs ?? {}))
        components[name] = pointAtComponents(definition);
      return pointAtComponents(made.properties?.["it"]);
    },
    components: () => Object.fromEntries(Object.entries(components).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Rewrites references: JSON Schema keeps its parts under `$defs`, OpenAPI under `components`. */
function pointAtComponents(schema: unknown): JsonSchema {
  const text = JSON.stringify(schema ?? {}).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}
