/** The columns the table of calls has, in the order nobody has changed. */
const all = ["when", "source", "landing", "sure", "outcome"] as const;

/** A column of the table of calls. */
export type CallColumn = (typeof all)[number];

const key = "ringtrail.calls.columns";

/** Where a browser keeps what somebody prefers. It may refuse both, as some do in a private window. */
type Shelf = Pick<Storage, "getItem" | "setItem">;

/** The columns somebody chose here before; all of them when there is no such choice, or none that can be read. */
export function columnsRead(shelf: Shelf): readonly CallColumn[] {
  try {
    const names = shelf.getItem(key)?.split(" ") ?? [];
    const known = new Set(all.filter((column) => names.includes(column)));
    const chosen = names.flatMap((name) => all.filter((column) => column === name && known.delete(column)));
    return chosen.includes("when") ? chosen : all;
  } catch {
    return all;
  }
}

/** Remembers the columns in this browser. One that keeps nothing forgets them, and that is all that happens. */
export function columnsKept(shelf: Shelf, columns: readonly string[]): void {
  try {
    shelf.setItem(key, columns.join(" "));
  } catch {
    // The choice lasts as long as the page.
  }
}
