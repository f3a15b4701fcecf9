import type { PageAsked } from "./query-of.ts";

/**
 * All of a list that comes in pages, as one answer: `wholeList((page) => client.sites(page))`. Each page is asked for
 * after the one before; what is added meanwhile may or may not be among them. Throws what the asking throws.
 */
export async function wholeList<Answer extends { readonly next?: string | undefined }>(
  ask: (page: PageAsked) => Promise<Answer>,
): Promise<Answer> {
  let whole = await ask({});
  for (let next = whole.next; next !== undefined;) {
    const page = await ask({ cursor: next });
    whole = { ...whole, ...listsOf(whole, page), next: undefined };
    next = page.next;
  }
  return whole;
}

/** Every list of two pages, one behind the other. */
function listsOf(before: object, page: object): Readonly<Record<string, readonly unknown[]>> {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(page).flatMap(([name, items]: [string, unknown]) => {
      const earlier = known.get(name);
      return Array.isArray(items) && Array.isArray(earlier) ? [[name, [...earlier, ...items]]] : [];
    }),
  );
}
