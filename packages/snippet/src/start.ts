import type { SiteConfig } from "@ringtrail/api-contract";
import { askServer, useServer } from "./ask-server.ts";
import { decide } from "./decide.ts";
import { failed } from "./guard.ts";
import { openDoor } from "./page-door.ts";
import type { Queued, Ringtrail, SnippetSettings } from "./page-global.ts";
import { takeNumbers } from "./page/page-numbers.ts";
import { useConfig } from "./site-config.ts";
import { ask, takeVisit } from "./visit.ts";
import { watchReader } from "./watch-reader.ts";

/** Adds to the core before it begins: called with the site's configuration and the page's settings. */
export type Extra = (site: SiteConfig, settings: SnippetSettings) => void;

/**
 * The whole story. Learn the site's rules, ask what the visitor agreed to, and then: a number of their own, their
 * source's number, or the page as it is. A changed answer takes effect within a second.
 *
 * Whatever goes wrong on our side, the page stays as it is. Of two scripts on one page the first one runs, and the second
 * answers what the first one did.
 *
 * @param readSettings is told what waited in the page's queue.
 * @param methods are what the page may call besides its visitor's consent.
 */
export function start(
  readSettings: (queue: readonly Queued[]) => SnippetSettings,
  extras: readonly Extra[],
  methods?: Partial<Ringtrail>,
): Ringtrail {
  const queue = window.ringtrail ?? [];
  if ((queue as Ringtrail).version) return queue as Ringtrail;
  const settings = readSettings(queue as readonly Queued[]);
  useServer(settings);
  const page = openDoor(queue as readonly Queued[], methods);
  learn(settings, extras).catch(failed);
  return page;
}

async function learn(settings: SnippetSettings, extras: readonly Extra[]): Promise<void> {
  // Where the configuration came with the script all of this happens at once, before the page is painted.
  const site = (settings.config as SiteConfig | undefined) ?? (await askServer(`sites/${settings.site}/config`));
  if (!site.targets?.[0]) return;
  useConfig(site);
  extras.forEach((extra) => extra(site, settings));
  takeNumbers(ask);
  takeVisit();
  watchReader();
  decide();
}
