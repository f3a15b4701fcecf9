import type { Context } from "hono";
import type { ServedFile } from "./serve-folder.ts";

/** Answers a built file with its type, its tag and how long it may be kept. */
export function sendFile(c: Context, file: ServedFile, cacheControl?: string): Response {
  c.header("Cache-Control", cacheControl ?? (file.isHashed ? "public, max-age=31536000, immutable" : "no-cache"));
  c.header("ETag", file.etag);
  c.header("X-Content-Type-Options", "nosniff");
  if (
    c.req
      .header("if-none-match")
      ?.split(/,\s*/)
      .some((tag) => tag.replace(/^W\//, "") === file.etag)
  ) {
    return c.body(null, 304);
  }
  return c.body(file.bytes, 200, { "Content-Type": file.type });
}
