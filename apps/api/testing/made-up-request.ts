import fc from "fast-check";
import type { Endpoint } from "@ringtrail/api-contract";
import { z } from "zod";

/** A request that is made up, and more or less what a door asks for. */
export interface MadeUpRequest {
  readonly path: string;
  readonly method: Endpoint["method"];
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON Schema as far as the contract's schemas use it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
}

/** What breaks programs that did not expect it. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    " ",
    "\u0000",
    "%00",
    "../../etc/passwd",
    "' or 1=1 --",
    "<script>alert(1)</script>",
    null,
  ),
  fc.constantFrom<unknown>("a\r\nSet-Cookie: x=1", "=cmd|' /C calc'!A1", "__proto__", "constructor", "\ud800", {}, []),
  fc.constantFrom<unknown>(-1, 0, 1e308, Number.MAX_SAFE_INTEGER + 2, true, "9999-99-99", "2026-02-30T00:00:00.000Z"),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** Makes up requests to one door. Ids are drawn from `ids`, so that doors behind a right id are reached as well. */
export function madeUpRequest(endpoint: Endpoint, ids: readonly string[]): fc.Arbitrary<MadeUpRequest> {
  const id = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
  const { method, query, body, upload } = endpoint;
  const sent = body === undefined ? fc.constant(undefined) : valueOf(schemaOf(body), id);
  const file = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.constant("phone,place,basis\r\n1,2,3"));
  const segment = fc.oneof(
    { weight: 8, arbitrary: id },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
  );
  return fc
    .record({
      segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
      asked: query === undefined ? fc.constant({}) : valueOf(schemaOf(query), id),
      body: upload === undefined ? sent : file,
    })
    .map(({ segments, asked, body: given }) => {
      let nth = 0;
      const path = endpoint.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(whole(segments[nth++] ?? "")));
      const type: Readonly<Record<string, string>> =
        upload === undefined ? {} : { "content-type": upload.mediaTypes[0] ?? "" };
      return { path: `${path}${queryText(asked)}`, method, body: given, headers: type };
    });
}

function schemaOf(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema;
}

/** A value of the schema, and now and then something else in its place. */
function valueOf(schema: Schema, id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: rightValue(schema, id) }, { weight: 1, arbitrary: nasty });
}

function rightValue(schema: Schema, id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map((option) => valueOf(option, id)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [name, valueOf(of, id)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
    case "array":
      return fc.array(valueOf(schema.items ?? {}, id), { maxLength: 3 });
    case "integer":
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1_000, 1_000_000) });
    case "number":
      return fc.double({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1_000, 1e9), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "string":
      return textOf(schema.format, id);
    default:
      return fc.oneof(id, nasty);
  }
}

function textOf(format: string | undefined, id: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (format === "uuid") return id;
  if (format === "date-time")
    return fc.constantFrom("2026-11-01T00:00:00.000Z", "2026-11-24T10:00:00.000Z", "1000-01-01T00:00:00.000Z");
  if (format === "uri")
    return fc.constantFrom("https://crm.example/hook", "http://169.254.169.254/latest", "http://[::1]:5432/");
  if (format === "email") return fc.constantFrom("ann@example.com", "a\u0000b@example.com");
  const words = ["2026-11-01", "+14155550142", "+12025550191", "USD", "US-TX", "direct", "mine"];
  return fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 20 }), id);
}

/** Halves of a pair cannot stand in an address. */
function whole(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

function queryText(asked: unknown): string {
  if (typeof asked !== "object" || asked === null || Array.isArray(asked)) return "";
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) query.append(name, whole(String(value)));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
