import { err, ok, type Result } from "@ringtrail/core";

/** Which page is asked for. */
export interface PageWish {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page, and where the next one begins. */
export interface KeyedPage<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * A page of a list by a key that each item has to itself. The next page begins behind the last key, so that what is
 * added or taken away meanwhile neither repeats an item nor leaves one out.
 */
export function pageByKey<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit }: PageWish,
): Result<KeyedPage<Item>, { readonly code: "cursor_malformed" }> {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString("utf8");
  if (after !== undefined && writeCursor(after) !== cursor) return err({ code: "cursor_malformed" });
  const inOrder = all
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => after === undefined || key > after)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const page = inOrder.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map(({ item }) => item),
    ...(last !== undefined && page.length < inOrder.length ? { next: writeCursor(last.key) } : {}),
  });
}

/** Part of a key by which the largest comes first: counts, or milliseconds since 1970. */
export function falling(value: number): string {
  return String(Number.MAX_SAFE_INTEGER - value).padStart(16, "0");
}

function writeCursor(key: string): string {
  return Buffer.from(key).toString("base64url");
}
