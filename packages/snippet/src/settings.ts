import type { Queued, SnippetSettings } from "./page-global.ts";

/**
 * Reads the settings from the page: the JSON block `#ringtrail-config`, then the queue (of two in it the later one counts;
 * what our server put before the script stands first), then a script tag with `data-site`.
 *
 * Optimisers merge, rename, inline and delay scripts and drop their attributes; the block and the queue survive all of
 * that, and `document.currentScript` does not.
 *
 * @throws TypeError when the site key or the server is missing.
 */
export function readSettings(queue: readonly Queued[]): SnippetSettings {
  const block = document.querySelector("#ringtrail-config");
  const script = document.querySelector<HTMLScriptElement>("script[data-site]");
  return checkSettings(
    Object.assign(
      { server: script?.src && new URL(script.src).origin },
      script?.dataset,
      ...queue,
      block && JSON.parse(block.textContent as string),
    ) as SnippetSettings,
  );
}

/** Answers the settings. @throws TypeError when the site key or the server is missing. */
export function checkSettings(settings: SnippetSettings): SnippetSettings {
  if (!settings.site || !settings.server) throw new TypeError("Ringtrail: no site key");
  return settings;
}
