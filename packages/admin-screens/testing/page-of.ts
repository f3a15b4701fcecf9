/** A page of a played list: all of it unless somebody asks for a page. Its cursor is where the next one begins. */
export function pageOf<Item>(
  all: readonly Item[],
  asked: URLSearchParams,
): { readonly items: readonly Item[]; readonly next?: string } {
  const limit = asked.get("limit");
  if (limit === null) return { items: all };
  const start = Number(asked.get("cursor") ?? 0);
  const end = start + Number(limit);
  return { items: all.slice(start, end), ...(end < all.length ? { next: String(end) } : {}) };
}

/** The same under the name the list has in an answer. */
export function named(name: string, { items, next }: ReturnType<typeof pageOf>): object {
  return { [name]: items, ...(next === undefined ? {} : { next }) };
}
