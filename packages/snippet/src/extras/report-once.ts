import { askServer } from "../ask-server.ts";
import { whenFailed } from "../guard.ts";
import { version } from "../page-door.ts";
import type { Extra } from "../start.ts";

/**
 * Tells our server, from one page in ten and once, of a failure of ours or of another call tracker on the page: two of
 * them fight over the same numbers. Neither says anything about the visitor.
 */
export const reportOnce: Extra = ({ trackers }) => {
  // Who is not asked does not look either: to learn the trackers' names takes as long as a fifth of the page's texts.
  if (Math.random() > 0.1) return;
  let isTold: true | undefined;
  const report = (kind: "failure" | "tracker", what: string): void => {
    if (!isTold) askServer("report", { version, kind, what }).catch(() => undefined);
    isTold = true;
  };
  whenFailed(({ name, stack }) => report("failure", `${name} ${/\d+:\d+/.exec(stack as string)}`));
  for (const { src } of document.scripts) {
    const [tracker] = new RegExp(trackers).exec(src) ?? [];
    if (tracker) report("tracker", tracker);
  }
};
