import type { ServedFolders } from "../deps.ts";
import { loadLaw } from "../load-law.ts";
import { makeLog } from "../make-log.ts";
import { fine, problem, type Finding } from "./finding.ts";

const reinstall = "Install Ringtrail again: files of the package are missing or changed.";

/** The rule set on recording loads, and its seal fits its content. */
export async function checkLaw(): Promise<Finding> {
  const law = await loadLaw(makeLog("silent"));
  if (law === undefined) return problem("rule_set", "The recording law cannot be loaded.", reinstall);
  return fine("rule_set", `The recording law ${law.version} is whole (${law.hash.slice(0, 12)}).`);
}

/** The pages the server hands out are there. */
export function checkPages(served: ServedFolders): Finding {
  const missing = (["snippet", "console", "demo"] as const).filter((name) => served[name] === undefined);
  if (missing.length === 0) return fine("pages", "The snippet, the console and the demo shop are there.");
  return problem("pages", `Not built: ${missing.join(", ")}.`, `${reinstall} In a checkout, run "npm run build".`);
}
