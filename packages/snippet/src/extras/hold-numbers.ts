import { textNode } from "../page/find-numbers.ts";
import { inView, isNew, rules } from "../page/page-numbers.ts";
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

  const held = new Set<Element>();
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  rules.push((parts, { target }) => {
    if (isOver) return !parts.some(([element]) => !document.hidden && inView.has(element) && held.has(element));
    if (!isAwaited(target)) {
      highlight.clear();
      held.clear();
    } else if (!document.hidden && (isNew || !performance.getEntriesByType("paint")[0])) {
      for (const [element, node, start, end] of parts) {
        held.add(element);
        if (node.nodeType !== textNode) continue;
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        highlight.add(range);
      }
      timer ??= setTimeout(() => {
        isOver = true;
        highlight.clear();
      }, holdMs);
    }
    return true;
  });
};
