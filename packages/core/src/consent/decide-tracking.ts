import type { ConsentEvidence, Tracking } from "./answer.ts";

/**
 * Says what a visitor's answer allows. The one consent table of the project: the browser and the server both ask it.
 *
 * Silence is consent only where the law is opt-out and the browser does not object. A refusal always wins; under
 * `opt-in` a browser signal leaves source-only, which stores nothing and sends no identifier, unless the visitor
 * said yes to this site, which is the later and more specific answer. In healthcare mode (no regime) a yes to marketing
 * is no authorisation, and is as silence.
 */
export function decideTracking({ regime, choice, optOutSignal }: ConsentEvidence): Tracking {
  if (choice === "denied") return "none";
  if (choice === "granted" && regime) return "full";
  if (regime === "opt-out") return optOutSignal ? "none" : "full";
  return "source-only";
}
