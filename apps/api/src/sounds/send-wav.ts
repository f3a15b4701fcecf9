import type { Context } from "hono";
import type { ByteRange } from "../http/parse-range.ts";

/** Answers a WAV, whole or a part of it. */
export function sendWav(c: Context, wav: Uint8Array, range: ByteRange | "whole" = "whole"): Response {
  const part = range === "whole" ? wav : wav.subarray(range.start, range.end + 1);
  return c.body(new Uint8Array(part), range === "whole" ? 200 : 206, {
    "content-type": "audio/wav",
    "content-length": String(part.length),
    "content-disposition": "inline",
    // wp-admin plays it from another origin; the signature is what protects it.
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    ...(range === "whole" ? {} : { "content-range": `bytes ${range.start}-${range.end}/${wav.length}` }),
  });
}
