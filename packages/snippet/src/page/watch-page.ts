import { watchedAttributes } from "./find-numbers.ts";

/** Watches what the page changes. */
export interface PageWatch {
  /** Does work that changes the page, without hearing of it afterwards. */
  unheard(work: () => void): void;
  stop(): void;
}

/**
 * Calls back with the parts of the page that changed, before the browser paints them. Changes come in batches, and our
 * own writes are taken out of the queue unread: watching one's own writes is how such scripts come to loop.
 */
export function watchPage(changed: (roots: ReadonlySet<Node>) => void): PageWatch {
  const observer = new MutationObserver((records) => changed(rootsOf(records)));
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: [...watchedAttributes],
  });
  return {
    unheard(work) {
      const waiting = observer.takeRecords();
      work();
      observer.takeRecords();
      if (waiting.length > 0) changed(rootsOf(waiting));
    },
    stop: () => observer.disconnect(),
  };
}

function rootsOf(records: readonly MutationRecord[]): Set<Node> {
  const roots = new Set<Node>();
  for (const { type, target, addedNodes } of records) {
    for (const node of type === "childList" ? addedNodes : [target]) {
      if (node.isConnected && (node instanceof Element || node instanceof Text)) roots.add(rootOf(node));
    }
  }
  return roots;
}

/** A short run of digits may be one piece of a number split over elements: its neighbours are read along with it. */
function rootOf(node: Element | Text): Node {
  const text = node instanceof Text ? node : node.childNodes.length === 1 ? node.firstChild : null;
  const isPiece = text instanceof Text && text.length < 20 && /\d{3}/.test(text.data);
  return (isPiece && text.parentElement?.parentElement) || node;
}
