import type { SiteConfig } from "@ringtrail/api-contract";
import type { SnippetSettings } from "../page-global.ts";

/** Set on the window by the copy that counts: of two on a page one does. */
const counting = Symbol.for("ringtrail pages");

/**
 * Tells the server the name of a page's group when the page is opened, and again when a number on it is tapped: the name
 * alone, never address, title or referrer. Nothing names the visitor and nothing is stored. Who objects by Global Privacy
 * Control is not counted.
 *
 * The page groups come with the site's configuration, as patterns of paths: with the script, or by a question of the first
 * page somebody looks at. A site that lists none, and one that is no clinic, counts nothing.
 */
export function countPages({ site, server, config }: Pick<SnippetSettings, "site" | "server" | "config">): void {
  const here = window as unknown as { [counting]?: true };
  if ((navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl || here[counting]) return;
  here[counting] = true;
  // Without a referrer, which a page's own policy could make its whole address. As text a body needs no preflight.
  const ask = (door: string, request?: RequestInit): Promise<Response> =>
    fetch(`${(server as string).replace(/\/$/, "")}/v1/sites/${site}/${door}`, {
      ...request,
      keepalive: true,
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  let { pages } = (config ?? {}) as Partial<SiteConfig>;
  let counted: string | undefined;
  const tell = async (kind: "page" | "tap"): Promise<void> => {
    const { pathname } = location;
    if (!config) pages ??= ((await (await ask("config")).json()) as SiteConfig).pages ?? [];
    if (!pages?.[0]) return;
    const [, group = ""] = pages.find(([pattern]) => RegExp(pattern, "i").test(pathname)) ?? [];
    await ask("page-counts", { method: "POST", body: JSON.stringify({ kind, group }) });
  };
  const count = (kind: "page" | "tap"): void => {
    // The page has its numbers all the same.
    tell(kind).catch(() => {});
  };
  const look = (): void => {
    const { pathname } = location;
    if (document.hidden || pathname === counted) return;
    counted = pathname;
    count("page");
  };
  look();
  // A page that was prerendered or in the background is opened later, and one of an app has no load of its own.
  setInterval(look, 1000);
  addEventListener(
    "click",
    ({ isTrusted, target }) => {
      if (isTrusted && (target as Element).closest?.('[href^="tel:" i]')) count("tap");
    },
    true,
  );
}
