import { decideTracking, permissionToStore, type Choice, type Tracking } from "@ringtrail/core/consent";
import { askConfig } from "./ask-server.ts";
import { findSourceNumbers } from "./find-source.ts";
import { takeNumbers } from "./page/page-numbers.ts";
import { readAnswer, watchAnswers } from "./read-answer.ts";
import type { Settings } from "./settings.ts";
import { rememberRefusal } from "./visit-memory.ts";
import { makeVisit } from "./visit.ts";

/** What the page may call: the one global, `window.ringtrail`. */
export interface Ringtrail {
  readonly version: string;
  /** Takes the visitor's answer. Call it as often as you like; the last answer counts. */
  consent(choice: "granted" | "denied"): void;
}

/**
 * The whole story. Learn the site's rules, ask what the visitor agreed to, and then: a number of their own, their
 * source's number, or the page as it is. A changed answer takes effect at once.
 *
 * Whatever goes wrong on our side, the page stays as it is.
 */
export function start(settings: Settings, version: string, given?: Choice | undefined): Ringtrail {
  let answer = given;
  let decide = (): void => undefined;

  const begin = async (): Promise<void> => {
    const config = await askConfig(settings);
    const sourceNumbers = findSourceNumbers(config, location, document.referrer);
    if (!config.targets[0]) return;
    const own = config.targets.map(({ id, e164 }) => ({ target: id, e164 }));
    const page = takeNumbers(own, (foundNumbers) => visit.pageChanged(foundNumbers));
    const visit = makeVisit(settings, config, page);
    let level: Tracking | undefined;

    decide = () => {
      const evidence = { regime: config.regime, ...readAnswer(answer) };
      const before = level;
      level = decideTracking(evidence);
      if (level === before) return;
      const permission = permissionToStore(evidence);
      if (permission) {
        visit.begin(permission);
        return;
      }
      visit.end();
      if (config.regime === "opt-out" && evidence.choice === "denied") rememberRefusal();
      if (level === "source-only") page.show(sourceNumbers);
      else if (before !== undefined) page.show([]);
    };
    watchAnswers(decide);
    decide();
  };

  whenOpened(() => void begin().catch(() => undefined));
  return {
    version,
    consent(choice) {
      answer = choice === "granted" ? "granted" : "denied";
      decide();
    },
  };
}

/** A page that is only prerendered has no reader yet: it must cost nobody a number. */
function whenOpened(work: () => void): void {
  const isPrerendering = (document as { readonly prerendering?: boolean }).prerendering === true;
  if (isPrerendering) document.addEventListener("prerenderingchange", work, { once: true });
  else work();
}
