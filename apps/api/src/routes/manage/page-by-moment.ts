import { after, err, instant, ok, type Instant, type Result } from "@ringtrail/core";

/** Which page of a list that is read newest first. */
export interface MomentWish {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** The list ends before it. */
  readonly before: Instant;
}

/** A page, and where the next one begins. */
export interface MomentPage<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * A page of a list that a store reads newest first before a moment. The cursor is the moment of the last item and how
 * many of that moment were shown: several that happened at once are neither repeated nor left out.
 */
export async function pageByMoment<Item>(
  { cursor, limit, before }: MomentWish,
  read: (before: Instant, limit: number) => Promise<readonly Item[]>,
  atOf: (item: Item) => Instant,
): Promise<Result<MomentPage<Item>, { readonly code: "cursor_malformed" }>> {
  const [, at, shown] = /^(\d{1,15})-(\d{1,6})$/.exec(cursor ?? "") ?? [];
  if (cursor !== undefined && at === undefined) return err({ code: "cursor_malformed" });
  const passed = Number(shown ?? 0);
  const until = at === undefined ? before : (Math.min(before, after(instant(Number(at)), 1 as never)) as Instant);
  // One more than asked for says whether there is a next page.
  const items = (await read(until, passed + limit + 1)).slice(passed);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || items.length <= limit) return ok({ items: page });
  const lastAt = atOf(last);
  const ofLast = page.filter((item) => atOf(item) === lastAt).length;
  const earlier = Number(at) === lastAt ? passed : 0;
  return ok({ items: page, next: `${lastAt}-${ofLast + earlier}` });
}
