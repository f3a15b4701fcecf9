import { foundIn } from "../page/find-numbers.ts";
import { listeners, look } from "../page/page-numbers.ts";
import type { Ringtrail } from "../page-global.ts";

/** What the page may ask of us besides its visitor's consent. */
export const pageMethods: Pick<Ringtrail, "on" | "numbers" | "swap"> = {
  on: (_name, heard) => {
    listeners.push((element, to) => heard({ ...to, element }));
  },
  numbers: () => foundIn(document).map(([number, , [node]]) => ({ ...number, node: node as Node })),
  swap: (node) => look([node]),
};
