/** A page of a played list, a hundred unless somebody asks for fewer. Its cursor is where the next one begins. */
export function pageOf<Item>(
  all: readonly Item[],
  asked: URLSearchParams,
): { readonly items: readonly Item[]; readonly next?: string } {
  const start = Number(asked.get("cursor") ?? 0);
  const end = start + Number(asked.get("limit") ?? 100);
  return { items: all.slice(start, end), ...(end < all.length ? { next: String(end) } : {}) };
}

/** The same under the name the list has in an answer. */
export function named(name: string, { items, next }: ReturnType<typeof pageOf>): object {
  return { [name]: items, ...(next === undefined ? {} : { next }) };
}
