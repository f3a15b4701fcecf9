import { isbot } from "isbot";
import { remember } from "../remember.ts";

/** Says whether a request comes from a program or from a page nobody looks at yet. Such a page is lent nothing. */
export function isAutomated(header: (name: string) => string | undefined): boolean {
  const agent = header("user-agent");
  return agent === undefined || agent === "" || isProgram(agent) || isAhead(header);
}

/** A few hundred browsers make nearly all requests, and each verdict is one very long pattern. */
const isKnownProgram = remember(1_000, (agent: string) => isbot(agent));
/** A longer name is no browser's, and is not worth the memory. */
const longestKept = 500;

function isProgram(agent: string): boolean {
  return agent.length > longestKept ? isbot(agent) : isKnownProgram(agent);
}

/** A page that is loaded ahead of a click, by any of the headers browsers have used to say so. */
function isAhead(header: (name: string) => string | undefined): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(header(name) ?? ""),
  );
}
