import { err, ok, type Result } from "@ringtrail/core";

/**
 * Reads the cursor of a chain's page, newest first: the sequence of the last link of the page before. Undefined for the
 * first page.
 */
export function readSequenceCursor(
  cursor: string | undefined,
): Result<number | undefined, { readonly code: "cursor_malformed" }> {
  if (cursor === undefined) return ok(undefined);
  return /^[1-9]\d{0,14}$/.test(cursor) ? ok(Number(cursor)) : err({ code: "cursor_malformed" });
}
