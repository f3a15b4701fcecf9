import type { Endpoint } from "@ringtrail/api-contract";
import { createHash } from "node:crypto";
import { err, ok, type Result } from "@ringtrail/core";
import type { Context } from "hono";
import type { ZodType } from "zod";
import type { AppEnv } from "../../app-env.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { readBytes } from "../../http/read-body.ts";
import { readJson } from "../../http/read-json.ts";

/** Bodies of the management doors are small settings. */
const bodyLimit = 64 * 1024;

/** The parts of a request as the endpoint's schemas read them; undefined where the endpoint has none. */
export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** A body that is a file. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  /** Of the bytes, hex: what is told of the file where requests are compared. */
  readonly toJSON: () => string;
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
  if (endpoint.upload !== undefined) {
    const file = await readUpload(c, endpoint.upload);
    return file.ok ? ok({ params: params.value, query: query.value, body: file.value }) : file;
  }
  if (endpoint.body === undefined) return ok({ params: params.value, query: query.value, body: undefined });
  // Only JSON by its name: a form of another site's page can send text, but not this.
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) {
    return err({ code: "media_type_unsupported" });
  }
  const body = await readJson(c, endpoint.body, bodyLimit);
  return body.ok ? ok({ params: params.value, query: query.value, body: body.value }) : body;
}

/** A form of another site's page can send text, but none of these types. */
async function readUpload(
  c: Context<AppEnv>,
  { mediaTypes, alsoCalled, mostBytes }: NonNullable<Endpoint["upload"]>,
): Promise<Result<UploadedFile, ManageReason>> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (![...mediaTypes, ...alsoCalled].includes(type)) return err({ code: "media_type_unsupported", takes: mediaTypes });
  const bytes = await readBytes(c, mostBytes);
  if (!bytes.ok) return bytes;
  return ok({ bytes: bytes.value, toJSON: () => createHash("sha256").update(bytes.value).digest("hex") });
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
