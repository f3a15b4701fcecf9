import type { Endpoint } from "@ringtrail/api-contract";
import { err, ok, type Result } from "@ringtrail/core";
import type { Context } from "hono";
import type { ZodType } from "zod";
import type { AppEnv } from "../../app-env.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { readJson } from "../../http/read-json.ts";

/** Bodies of the management doors are small settings. */
const bodyLimit = 64 * 1024;

/** The parts of a request as the endpoint's schemas read them; undefined where the endpoint has none. */
export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Checks path, query and body against the contract; else says which field is wrong, the first one only. */
export async function checkRequest(
  c: Context<AppEnv>,
  endpoint: Endpoint,
): Promise<Result<RequestParts, ManageReason>> {
  const params = read(endpoint.params, c.req.param());
  if (!params.ok) return params;
  const query = read(endpoint.query, c.req.query());
  if (!query.ok) return query;
  if (endpoint.body === undefined) return ok({ params: params.value, query: query.value, body: undefined });
  // Only JSON by its name: a form of another site's page can send text, but not this.
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) {
    return err({ code: "media_type_unsupported" });
  }
  const body = await readJson(c, endpoint.body, bodyLimit);
  return body.ok ? ok({ params: params.value, query: query.value, body: body.value }) : body;
}

function read(schema: ZodType | undefined, given: unknown): Result<unknown, ManageReason> {
  if (schema === undefined) return ok(undefined);
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    code: "parameter_invalid",
    field: issue?.path.join(".") || "address",
    says: issue?.message ?? "cannot be read",
  });
}
