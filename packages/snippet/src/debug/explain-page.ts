import type { SiteConfig } from "@ringtrail/api-contract";
import type { Tracking } from "@ringtrail/core/consent";
import type { Ringtrail } from "../page-global.ts";

/** What is said of something: a name and a sentence. */
export type Line = readonly [what: string, why: string];

const levels: Readonly<Record<Tracking, string>> = {
  full: "Full: the visitor said yes or need not be asked. A number of their own is lent to this visit.",
  "source-only": "Source only: there is no yes yet. The number of the source is shown; nothing is stored or sent.",
  none: "None: the visitor or their browser said no, or an answer could not be read. The page keeps its own numbers.",
};

/** Says what holds for the whole page: our version, the consent level, other call trackers, and how long a number was wrong. */
export function explainPage(page: Ringtrail, { trackers }: SiteConfig, level: Tracking | undefined): readonly Line[] {
  const others = [...document.scripts].flatMap(({ src }) => new RegExp(trackers).exec(src)?.[0] ?? []);
  return [
    ["Ringtrail", `${page.version} runs on this page.`],
    ["Consent", level ? levels[level] : "Not decided yet."],
    ["Wrong number", sayWrong()],
    ...others.map((name): Line => [
      "Another call tracker",
      `${name} changes numbers too. Two of them fight: remove one.`,
    ]),
  ];
}

/** The script marks the first change it made after the page was painted. */
function sayWrong(): string {
  const painted = performance.getEntriesByType("paint")[0]?.startTime ?? Number.POSITIVE_INFINITY;
  const swapped = performance.getEntriesByName("ringtrail")[0]?.startTime;
  if (swapped === undefined) return "No number was changed yet.";
  const wrong = Math.max(0, Math.round(swapped - painted));
  return wrong === 0
    ? "The page was never painted with a wrong number."
    : `The page's own number was painted for ${wrong} ms. Put the script first in the head to avoid it.`;
}
