import { Problem, problems, problemsOf, takesIdempotencyKey, type Endpoint } from "@ringtrail/api-contract";
import type { z } from "zod";
import type { JsonSchema, SchemaCollector } from "./collect-schemas.ts";

/** One operation of the OpenAPI document. */
export function describeOperation(endpoint: Endpoint, schemas: SchemaCollector): JsonSchema {
  const { name, summary, scope, params, query, whole } = endpoint;
  return {
    operationId: name,
    summary,
    ...(whole === undefined ? {} : { description: `Comes whole: ${whole}.` }),
    tags: [tagOf(endpoint)],
    ...(scope === "public" || scope === "session" || scope === "signed-link" ? {} : { "x-scope": scope }),
    security: scope === "public" || scope === "signed-link" ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [
      ...parameters(params, "path", schemas),
      ...parameters(query, "query", schemas),
      ...(takesIdempotencyKey(endpoint) ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ],
    ...requestBody(endpoint, schemas),
    responses: { ...goodResponses(endpoint, schemas), ...problemResponses(endpoint, schemas) },
  };
}

function requestBody({ body, upload }: Endpoint, schemas: SchemaCollector): JsonSchema {
  if (upload !== undefined) {
    const file = { schema: { type: "string", format: "binary", maxLength: upload.mostBytes } };
    const content = Object.fromEntries(upload.mediaTypes.map((type) => [type, file]));
    return { requestBody: { required: true, description: "The file as it is.", content } };
  }
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: schemas.add(body, "input") } } } };
}

/** The chapter of the reference: the first word of the path after the version. */
export function tagOf({ path, scope }: Endpoint): string {
  if (!path.startsWith("/v1/")) return "health";
  return scope === "public" ? "pages" : (path.split("/")[2] ?? "other");
}

function parameters(
  schema: z.ZodObject | undefined,
  place: "path" | "query",
  schemas: SchemaCollector,
): readonly JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => {
    const { description, ...rest } = schemas.add(part, "output");
    const isRequired = place === "path" || !part.safeParse(undefined).success;
    return {
      name,
      in: place,
      required: isRequired,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function goodResponses(endpoint: Endpoint, schemas: SchemaCollector): JsonSchema {
  const { status, response, mediaType, summary } = endpoint;
  const headers = { RateLimit: { $ref: "#/components/headers/RateLimit" } };
  if (mediaType === "audio/wav") {
    const content = { "audio/wav": {} };
    return {
      200: { description: "The whole sound.", headers, content },
      206: { description: "The range that was asked for.", headers, content },
    };
  }
  const content =
    mediaType === undefined
      ? response && { "application/json": { schema: schemas.add(response, "output") } }
      : { [mediaType]: {} };
  const description = status === 204 ? "Done." : `${summary}.`;
  return { [status]: { description, headers, ...(content === undefined ? {} : { content }) } };
}

/** One entry per status: problems of one status are told apart by their code. */
function problemResponses(endpoint: Endpoint, schemas: SchemaCollector): JsonSchema {
  const codes = problemsOf(endpoint);
  const statuses = [...new Set(codes.map((code) => problems[code].status))].toSorted();
  const content = { "application/problem+json": { schema: schemas.add(Problem, "output") } };
  return Object.fromEntries(
    statuses.map((status) => {
      const of = codes.filter((code) => problems[code].status === status);
      const description = of.map((code) => `\`${code}\`: ${problems[code].title}`).join("\n\n");
      return [status, { description, content, "x-problem-codes": of }];
    }),
  );
}
