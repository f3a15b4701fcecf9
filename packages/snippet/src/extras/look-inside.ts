import { beforeLooks, look, watch } from "../page/page-numbers.ts";
import type { Extra } from "../start.ts";
import { on } from "../watch-reader.ts";

/** Finds numbers inside open shadow roots and frames of the same origin too. */
export const lookInside: Extra = () => {
  beforeLooks((root) => {
    lookIn(root);
    // Not an iterator, which is slow before it is compiled: on most pages this runs once. What has no inside is most of a page.
    root.querySelectorAll?.(":not(p)").forEach(lookIn);
    root.querySelectorAll?.(":not(:defined)").forEach((element) => {
      // It gets its inside when its class arrives, of which nobody is told otherwise.
      void customElements.whenDefined(element.localName).then(() => look([element]));
    });
  });
  on("load", ({ target }) => lookIn(target as Element));
};

function lookIn(element: Element): void {
  const inside = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
  if (inside) watch(inside);
}
