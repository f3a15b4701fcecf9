import { decideTracking, permissionToStore, type Choice, type Tracking } from "@ringtrail/core/consent";
import type { Numbers } from "./page/known-numbers.ts";
import { show } from "./page/page-numbers.ts";
import { readAnswer } from "./read-answer.ts";
import { config } from "./site-config.ts";
import { recall } from "./visit-memory.ts";
import { ask, beginVisit, endVisit } from "./visit.ts";

/** What is done for the visitor at present. */
export let level: Tracking | undefined;
/** What the visitor said to the page's own question, if the page told us. */
let ownAnswer: Choice | undefined;
/** What stands for the visit's source when no visit may be kept. */
let sourceNumbers: () => Numbers = () => [];

/** Sets where source numbers come from. */
export function findSourcesBy(find: typeof sourceNumbers): void {
  sourceNumbers = find;
}

/** Takes what the page told us. What is no word of ours is a no. */
export function takeAnswer(choice: Choice): void {
  ownAnswer = choice === "granted" ? choice : "denied";
  decide();
}

/** Looks anew at what may be done for the visitor, and at which numbers they lack; nothing happens where neither has changed. */
export function decide(): void {
  // An answer may be there before the site's configuration, and a banner before its answer.
  const evidence = config && readAnswer(ownAnswer);
  if (!evidence) return;
  const before = level;
  level = decideTracking(evidence);
  if (level !== before) {
    const permission = permissionToStore(evidence);
    if (permission) beginVisit(permission);
    else {
      // Where silence counts as a yes, a no is kept: it must not have to be said on every page.
      const isKept = config.regime === "opt-out" && [ownAnswer, recall().choice].includes("denied");
      endVisit(isKept ? { choice: "denied" } : {});
      show(level === "source-only" ? sourceNumbers() : []);
    }
  }
  void ask();
}
