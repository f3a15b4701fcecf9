import type { SiteConfig } from "@ringtrail/api-contract";
import { decideTracking, permissionToStore, type Choice, type Tracking } from "@ringtrail/core/consent";
import { askServer, useServer } from "./ask-server.ts";
import { failed } from "./guard.ts";
import { openDoor } from "./page-door.ts";
import type { Ringtrail, SnippetSettings } from "./page-global.ts";
import { show, takeNumbers, type Numbers } from "./page/page-numbers.ts";
import { readAnswer } from "./read-answer.ts";
import { config, useConfig } from "./site-config.ts";
import { beginVisit, endVisit, pageChanged, takeVisit } from "./visit.ts";
import { watchReader } from "./watch-reader.ts";

/** Adds to the core before it begins: called with the site's configuration and the page's settings. */
export type Extra = (site: SiteConfig, settings: Partial<SnippetSettings>) => void;

let isReady = false;
let answer: Choice | undefined;
/** What is done for the visitor at present. */
export let level: Tracking | undefined;
/** What stands for the visit's source when no visit may be kept. */
let sourceNumbers: () => Numbers = () => ({});

/**
 * The whole story. Learn the site's rules, ask what the visitor agreed to, and then: a number of their own, their
 * source's number, or the page as it is. A changed answer takes effect within a second.
 *
 * Whatever goes wrong on our side, the page stays as it is.
 *
 * @throws TypeError when the site key or the server is missing.
 */
export function start(settings: Partial<SnippetSettings>, extras: readonly Extra[]): Ringtrail {
  const { site, server } = settings;
  if (!site || !server) throw new TypeError("Ringtrail: no site key");
  useServer(server, site);
  const page = openDoor((choice) => {
    answer = choice;
    decide();
  });
  const begin = (): void => void learn(settings, extras).catch(failed);
  // A page that is only prerendered has no reader yet: it must cost nobody a number.
  if ((document as { readonly prerendering?: boolean }).prerendering)
    addEventListener("prerenderingchange", begin, true);
  else begin();
  return page;
}

/** Sets where source numbers come from. */
export function findSourcesBy(find: typeof sourceNumbers): void {
  sourceNumbers = find;
}

async function learn(settings: Partial<SnippetSettings>, extras: readonly Extra[]): Promise<void> {
  // Where the configuration came with the script all of this happens at once, before the page is painted.
  const site = (settings.config as SiteConfig | undefined) ?? (await askServer(`sites/${settings.site}/config`));
  if (!site.targets?.[0]) return;
  useConfig(site);
  site.places.push(...(settings.places ?? []));
  for (const extra of extras) extra(site, settings);
  takeNumbers(pageChanged);
  takeVisit();
  watchReader(decide);
  isReady = true;
  decide();
}

/** Decides anew what is done for the visitor; nothing happens unless the answer changed. */
export function decide(): void {
  if (!isReady) return;
  const evidence = { regime: config.regime, ...readAnswer(answer) };
  const before = level;
  level = decideTracking(evidence);
  if (level === before) return;
  const permission = permissionToStore(evidence);
  if (permission) return beginVisit(permission);
  endVisit(answer === "denied" && config.regime === "opt-out" ? { choice: answer } : {});
  if (level === "source-only") show(sourceNumbers());
  else if (before) show({});
}
