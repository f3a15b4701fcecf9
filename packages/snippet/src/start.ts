import { decideTracking, permissionToStore, type Choice, type Tracking } from "@ringtrail/core/consent";
import { askConfig } from "./ask-server.ts";
import { numbersOfSource, readArrival } from "./find-source.ts";
import { takeNumbers } from "./page/page-numbers.ts";
import { readAnswer, watchAnswers } from "./read-answer.ts";
import type { Settings } from "./settings.ts";
import { recallChoice } from "./visit-memory.ts";
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
export function start(settings: Settings, version: string, given?: Choice): Ringtrail {
  let own: Choice = given ?? recallChoice();
  let decide = (): void => undefined;

  const begin = async (): Promise<void> => {
    const config = await askConfig(settings);
    const arrival = readArrival(location, document.referrer);
    const page = takeNumbers(config.targets, (foundNumbers) => visit.pageChanged(foundNumbers));
    const visit = makeVisit(settings, config, page);
    let level: Tracking | undefined;

    decide = () => {
      const evidence = { regime: config.regime, ...readAnswer(own) };
      const before = level;
      level = decideTracking(evidence);
      if (level === before) return;
      const permission = permissionToStore(evidence);
      if (permission) {
        visit.begin(permission, own);
        return;
      }
      visit.end();
      if (level === "source-only") page.show(numbersOfSource(config, arrival));
      else if (before !== undefined) page.show([]);
    };
    decide();
    watchAnswers(() => decide());
  };

  whenOpened(() => void begin().catch(() => undefined));
  return {
    version,
    consent(choice) {
      own = choice === "granted" ? "granted" : "denied";
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
