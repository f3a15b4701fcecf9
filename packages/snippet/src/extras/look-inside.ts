import { within } from "../page/find-numbers.ts";
import { insides, look, watch } from "../page/page-numbers.ts";
import type { Extra } from "../start.ts";
import { on } from "../watch-reader.ts";

/** Finds numbers inside open shadow roots and frames of the same origin too. */
export const lookInside: Extra = () => {
  insides.push((root) => {
    lookIn(root);
    for (const element of root.querySelectorAll?.("*") ?? []) lookIn(element);
    for (const element of within(root, ":not(:defined)").slice(1)) {
      // It gets its inside when its class arrives, of which nobody is told otherwise.
      void customElements.whenDefined(element.localName).then(() => look([element]));
    }
  });
  on("load", ({ target }) => lookIn(target as Element));
};

function lookIn(element: Element): void {
  const inside = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
  if (inside) watch(inside);
}
