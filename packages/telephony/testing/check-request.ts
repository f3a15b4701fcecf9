/** The parts of an OpenAPI document that say what a request may look like. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Value {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: Value;
}

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Value }[];
  readonly requestBody?: {
    content: Record<string, { schema: { properties?: Record<string, Value>; required?: readonly string[] } }>;
  };
}

/** A request as it went out. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly form: URLSearchParams | undefined;
}

/**
 * What a carrier's own OpenAPI document says against a request: an unknown address, method or name, a missing or
 * malformed value. Empty: nothing. It looks at shape only, as Prism would, and knows the parts Twilio's document uses.
 */
export function checkRequest(spec: OpenApi, { method, url, form }: SentRequest): readonly string[] {
  const { pathname, searchParams } = new URL(url);
  const found = Object.entries(spec.paths).flatMap(([template, item]) => {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const values = new RegExp(`^${template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "([^/]+?)")}$`).exec(pathname);
    const operation = item[method.toLowerCase()] as Operation | undefined;
    return values === null || operation === undefined ? [] : [{ operation, names, values: values.slice(1) }];
  });
  // A literal address goes before one with a name in it.
  const [match] = found.toSorted((a, b) => a.names.length - b.names.length);
  if (match === undefined) return [`no ${method} ${pathname}`];
  const { parameters = [], requestBody } = match.operation;
  const inPath = new Map(match.names.map((name, nth) => [name, decodeURIComponent(match.values[nth] ?? "")]));
  const declared = (place: string) => parameters.filter((one) => one.in === place);
  const body = requestBody?.content["application/x-www-form-urlencoded"]?.schema;
  return [
    ...declared("path").flatMap(({ name, schema }) => check(name, schema, inPath.get(name))),
    ...checkAll(new Map(declared("query").map((one) => [one.name, one.schema])), searchParams),
    ...declared("query").flatMap((one) =>
      one.required && !searchParams.has(one.name) ? [`${one.name} is missing`] : [],
    ),
    ...(form === undefined ? [] : checkAll(new Map(Object.entries(body?.properties ?? {})), form)),
    ...(body?.required ?? []).flatMap((name) => (form?.has(name) ? [] : [`${name} is missing`])),
  ];
}

function checkAll(known: ReadonlyMap<string, Value>, given: URLSearchParams): readonly string[] {
  return [...given].flatMap(([name, value]) => {
    const schema = known.get(name);
    return schema === undefined ? [`${name} is unknown`] : check(name, schema, value);
  });
}

function check(name: string, schema: Value, value: string | undefined): readonly string[] {
  if (value === undefined) return [`${name} is missing`];
  const { type, enum: words, pattern } = schema.items ?? schema;
  // An empty text clears a setting at Twilio, whatever its values are.
  if (value === "") return [];
  if (words !== undefined && !words.includes(value)) return [`${name} is none of its values: ${value}`];
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return [`${name} does not fit ${pattern}`];
  if (type === "integer" && !/^-?\d+$/.test(value)) return [`${name} is no whole number: ${value}`];
  return type === "boolean" && !/^(?:true|false)$/.test(value) ? [`${name} is no yes or no: ${value}`] : [];
}
