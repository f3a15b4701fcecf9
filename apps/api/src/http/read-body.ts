import type { Context } from "hono";
import { err, ok, type Result } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";

/** The body is longer than the door allows. */
export interface BodyTooLong {
  readonly code: "body_too_long";
  readonly limitBytes: number;
}

/**
 * Reads a body as it was sent, and stops at the limit: a header may lie about the length, so the bytes are counted.
 * Where Node's own parser holds the sender to the length, it has counted, and the costly stream is not opened.
 */
export async function readBytes(
  c: Context<AppEnv>,
  limitBytes: number,
): Promise<Result<Buffer<ArrayBuffer>, BodyTooLong>> {
  const tooLong = err<BodyTooLong>({ code: "body_too_long", limitBytes });
  if (Number(c.req.header("content-length") ?? 0) > limitBytes) return tooLong;
  if (c.env?.incoming?.headers["content-length"] !== undefined) {
    return ok(Buffer.from(await c.req.arrayBuffer()));
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.byteLength;
    if (length > limitBytes) return tooLong;
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

/** The same as text. */
export async function readBody(c: Context<AppEnv>, limitBytes: number): Promise<Result<string, BodyTooLong>> {
  const bytes = await readBytes(c, limitBytes);
  return bytes.ok ? ok(bytes.value.toString("utf8")) : bytes;
}
