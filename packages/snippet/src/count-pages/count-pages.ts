/** What our server puts into the queue for a clinic: its page groups as patterns of paths, and where they are counted. */
export interface PagesQueued {
  readonly site: string;
  readonly server: string;
  readonly pages?: readonly (readonly [pattern: string, group: string])[];
}

/**
 * Tells the server the name of a page's group when the page is opened, and again when a number on it is tapped: the name
 * alone, never address, title or referrer. Nothing names the visitor and nothing is stored. Who objects by Global Privacy
 * Control is not counted.
 */
export function countPages({ site, server, pages = [] }: PagesQueued): void {
  if ((navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl) return;
  const door = `${server.replace(/\/$/, "")}/v1/sites/${site}/page-counts`;
  let counted: string | undefined;
  const tell = (kind: "page" | "tap"): void => {
    const [, group = ""] = pages.find(([pattern]) => RegExp(pattern, "i").test(location.pathname)) ?? [];
    // As text it needs no preflight. Without a referrer, which a page's own policy could make its whole address.
    const rest = { method: "POST", keepalive: true, credentials: "omit", referrerPolicy: "no-referrer" } as const;
    fetch(door, { body: JSON.stringify({ kind, group }), ...rest }).catch(() => {});
  };
  const look = (): void => {
    const { pathname } = location;
    if (document.hidden || pathname === counted) return;
    counted = pathname;
    tell("page");
  };
  look();
  // A page that was prerendered or in the background is opened later, and one of an app has no load of its own.
  setInterval(look, 1000);
  addEventListener(
    "click",
    ({ isTrusted, target }) => {
      if (isTrusted && (target as Element).closest?.('[href^="tel:" i]')) tell("tap");
    },
    true,
  );
}
