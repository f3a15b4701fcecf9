import { useEffect, type RefObject } from "react";

/** Where a key means a letter and nothing else. */
const fields = "input, textarea, select, [contenteditable=true]";

/**
 * `j` and `k` lead to the next and the last call of the list, `/` into the search, as in mail programs. Enter follows
 * the link that then has the focus.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(fields) !== null) return;
      if (event.key === "/") {
        event.preventDefault();
        search.current?.focus();
      }
      if (event.key === "j" || event.key === "k") step(list.current, event.key === "j" ? 1 : -1);
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [list, search]);
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>(".rt-when a") ?? [])];
  const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement) === true);
  const next = links[here === -1 ? (by === 1 ? 0 : links.length - 1) : here + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
