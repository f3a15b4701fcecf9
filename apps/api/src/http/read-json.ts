import type { Context } from "hono";
import { err, ok, type Result } from "@ringtrail/core";
import type { ZodType } from "zod";
import type { PublicReason } from "./public-reason.ts";
import { readBody } from "./read-body.ts";

/** Public bodies are one small JSON object. */
export const publicBodyLimit = 16 * 1024;

/** Reads a JSON body, sent under whatever content type, and checks it; else says what is wrong and where. */
export async function readJson<Value>(
  c: Context,
  schema: ZodType<Value>,
  limitBytes: number = publicBodyLimit,
): Promise<Result<Value, PublicReason>> {
  const body = await readBody(c, limitBytes);
  if (!body.ok) return body;
  let json: unknown;
  try {
    json = JSON.parse(body.value);
  } catch {
    return err({ code: "body_not_json" });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    code: "body_invalid",
    field: issue?.path.join(".") || "body",
    says: issue?.message ?? "cannot be read",
  });
}
