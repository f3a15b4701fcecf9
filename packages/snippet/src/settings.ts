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

/** Fills in the server; undefined when the site or the server is not said. */
export function completeSettings(given: Partial<SnippetSettings>, scriptUrl?: string): Settings | undefined {
  const { site, server = scriptUrl && new URL(scriptUrl).origin } = given;
  return site && server ? { site, server: server.replace(/\/+$/, "") } : undefined;
}

/**
 * Reads the settings from the page: the JSON block `#ringtrail-config`, else the global set before us, else the
 * attributes of our own script tag.
 *
 * Optimisers merge, rename, inline and delay scripts and drop their attributes; a JSON block survives all of that. So
 * `document.currentScript` is the last resort, never the only one.
 */
export function readSettings(global: Partial<SnippetSettings> = {}): Settings | undefined {
  const block = document.getElementById("ringtrail-config")?.textContent;
  const script =
    (document.currentScript as HTMLScriptElement | null) ??
    document.querySelector<HTMLScriptElement>('script[data-site][src*="ringtrail"]');
  const given = [block ? (JSON.parse(block) as Partial<SnippetSettings>) : {}, global, script?.dataset ?? {}];
  return given.map((one) => completeSettings(one, script?.src)).find(Boolean);
}
