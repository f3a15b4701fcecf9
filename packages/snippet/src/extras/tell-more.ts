import { inView } from "../page/in-view.ts";
import type { Extra } from "../start.ts";
import { untold } from "../visit.ts";
import { everySecond, numberIn, on, tellOf } from "../watch-reader.ts";

/** Tells which of the visit's numbers were really in view, and which were copied. */
export const tellMore: Extra = () => {
  const seen = new Set<string>();
  // In view when a second ends is seen; a number that flies by is rarely.
  everySecond(() => {
    for (const [element, isSeen] of inView) {
      const number = isSeen && numberIn(element);
      if (!number || seen.has(number)) continue;
      seen.add(number);
      untold.push({ kind: "seen", number, ago: Date.now() });
    }
  });
  on("copy", () => tellOf("copy", getSelection()?.anchorNode));
};
