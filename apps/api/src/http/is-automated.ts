import { isbot } from "isbot";

/** Says whether a request comes from a program or from a page nobody looks at yet. Such a page is lent nothing. */
export function isAutomated(header: (name: string) => string | undefined): boolean {
  const agent = header("user-agent");
  return agent === undefined || agent === "" || isbot(agent) || isAhead(header);
}

/** A page that is loaded ahead of a click, by any of the headers browsers have used to say so. */
function isAhead(header: (name: string) => string | undefined): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(header(name) ?? ""),
  );
}
