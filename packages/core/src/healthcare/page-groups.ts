import { err, ok, type Result } from "../result.ts";

/** Pages of a clinic that are counted under one name. Pages that no group has are counted together, as other pages. */
export interface PageGroup {
  /** `/implants`, or `/implants/*` with everything below it. */
  readonly path: string;
  readonly group: string;
}

/** Why a list of page groups cannot be kept, and which of its entries is the first wrong one. */
export interface PageGroupWrong {
  readonly code: "page_path_malformed" | "page_path_twice" | "page_group_malformed" | "page_group_names_somebody";
  readonly nth: number;
  readonly part: keyof PageGroup;
}

/** More names than this would tell pages apart that a handful of people open. */
export const mostPageGroups = 50;
/** What the pages that no group has are counted under. */
export const otherPages = "";

const longestPath = 200;
const longestGroup = 60;
/** What a browser leaves as it is in a path; `*` ends a path alone. */
const pathForm = /^\/(?:[^\s?#*\\"<>^`{}|[\]]*|(?:[^\s?#*\\"<>^`{}|[\]]*\/)?\*)$/;
/** Control characters and halves of letters. */
const unwritable = /[\p{Cc}\p{Cs}]/u;
/** As many digits as the shortest phone number has, however they are written, or what looks like an e-mail address. */
const somebody = /(?:\d[\s().+-]*){7}|@/;

/** Whether a list can be kept: each path a path and there once, each name a name and nobody's. */
export function checkPageGroups(groups: readonly PageGroup[]): Result<readonly PageGroup[], PageGroupWrong> {
  const seen = new Set<string>();
  for (const [nth, { path, group }] of groups.entries()) {
    if (path.length > longestPath || !pathForm.test(path) || unwritable.test(path))
      return err({ code: "page_path_malformed", nth, part: "path" });
    const same = patternOf(path).toLowerCase();
    if (seen.has(same)) return err({ code: "page_path_twice", nth, part: "path" });
    seen.add(same);
    if (group.trim() === "" || group.length > longestGroup || unwritable.test(group))
      return err({ code: "page_group_malformed", nth, part: "group" });
    if (somebody.test(group)) return err({ code: "page_group_names_somebody", nth, part: "group" });
  }
  return ok(groups);
}

/**
 * The list as pages go through it: regular expressions for the path as a browser has it, to be read without regard to
 * case. The first that fits counts: a page of its own before everything below a longer path before that of a shorter.
 */
export function pagePatterns(groups: readonly PageGroup[]): readonly (readonly [pattern: string, group: string])[] {
  const width = ({ path }: PageGroup): number => (path.endsWith("*") ? path.length : Infinity);
  return groups
    .toSorted((a, b) => (width(a) === width(b) ? 0 : width(b) - width(a)))
    .map(({ path, group }) => [patternOf(path), group] as const);
}

/** `/implants/*` has `/implants` as well, and a slash at the end makes no other page. */
function patternOf(path: string): string {
  const isWide = path.endsWith("*");
  const kept = path.replace(/\/?\*?$/, "");
  // A browser writes `ä` as `%C3%A4` and leaves what is written so already.
  const written = encodeURI(kept).replaceAll("%25", "%");
  const literal = written.replaceAll(/[.+()$]/g, (sign) => `\\${sign}`);
  return `^${literal}${isWide ? "(/|$)" : "/?$"}`;
}
