/** What the page must say: which site it is and where our server answers. */
export interface SnippetSettings {
  /** The site's public key. */
  readonly site: string;
  /** Address of the Ringtrail server, or of a first-party path that leads to it. Default: where the script came from. */
  readonly server?: string;
}

/** The settings as the rest of the script uses them. */
export interface Settings {
  readonly site: string;
  /** Without a slash at the end. */
  readonly server: string;
}

type Given = Partial<Record<"site" | "server", unknown>> | undefined;

/** Fills in the server and checks both; undefined when the site or the server is not said. */
export function completeSettings(given: Given, scriptUrl?: string): Settings | undefined {
  const { site, server = scriptUrl && new URL(scriptUrl).origin } = given ?? {};
  if (typeof site !== "string" || typeof server !== "string" || !site || !server) return undefined;
  return { site, server: server.replace(/\/+$/, "") };
}

/**
 * Reads the settings from the page: the JSON block `#ringtrail-config`, else the global set before us, else the
 * attributes of our own script tag.
 *
 * Optimisers merge, rename, inline and delay scripts and drop their attributes; a JSON block survives all of that. So
 * `document.currentScript` is the last resort, never the only one.
 */
export function readSettings(global: unknown): Settings | undefined {
  const block = document.getElementById("ringtrail-config")?.textContent;
  const script =
    (document.currentScript as HTMLScriptElement | null) ??
    document.querySelector<HTMLScriptElement>('script[data-site][src*="ringtrail"]');
  const source = script?.src || undefined;
  return (
    completeSettings(block ? (JSON.parse(block) as Given) : undefined, source) ??
    completeSettings(global as Given, source) ??
    completeSettings(script?.dataset, source)
  );
}
