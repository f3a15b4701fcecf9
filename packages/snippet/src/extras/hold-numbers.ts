import { textNode } from "../page/find-numbers.ts";
import { inView } from "../page/in-view.ts";
import { isLaidOut, isWatched, writeOnlyIf } from "../page/page-numbers.ts";
import type { Part } from "../page/parts-of.ts";
import type { Extra } from "../start.ts";
import { isAwaited } from "../visit.ts";

/**
 * Holds a number back while the visit's own is on its way, so that no wrong one is ever painted: it is there and takes
 * its room, but without colour. No element is touched for it. After `holdMs` it is shown as it is, and changed only
 * where nobody looks. A number that was painted before we came is left until its change, which is then the only one.
 */
export const holdNumbers: Extra = ({ style, holdMs }) => {
  // Browsers without highlights hold nothing back.
  const highlight = window.Highlight && new Highlight();
  if (!highlight) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set("ringtrail", highlight);

  let isOver: true | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  writeOnlyIf((parts, { target }, holder) => {
    const [node, start] = parts[0] as Part;
    const [last, , end] = parts.at(-1) as Part;
    if (isOver) return document.hidden || !inView.get(holder);
    if (!isAwaited(target)) highlight.clear();
    else if (!document.hidden) {
      const isSeen = isWatched ? inView.get(holder) : performance.getEntriesByType("paint")[0];
      if (!isSeen && node.nodeType === textNode) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(last, end);
        highlight.add(range);
      }
      // Nobody waits for what cannot be painted yet.
      if (isLaidOut && highlight.size) {
        timer ??= setTimeout(() => {
          isOver = true;
          highlight.clear();
        }, holdMs);
      }
    }
    return true;
  });
};
