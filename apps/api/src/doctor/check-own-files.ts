import type { ServedFolders } from "../deps.ts";
import { lawFolderOf } from "../law/law-folder.ts";
import { whatWasRefused } from "../law/load-law.ts";
import { readLaw } from "../law/read-law.ts";
import { fine, problem, type Finding } from "./finding.ts";

const reinstall = "Install Ringtrail again: files of the package are missing or changed.";

/** The rule set on recording loads, and its seal fits its content. */
export async function checkLaw(dataFolder: string): Promise<Finding> {
  const law = await readLaw(dataFolder);
  if (law.ok) {
    const { version, hash, name } = law.value.rules;
    return fine("rule_set", `The recording law ${version} (${name}) is whole (${hash.slice(0, 12)}).`);
  }
  const { code, where } = whatWasRefused(law.reason);
  const { rules, overrides } = lawFolderOf(dataFolder);
  const own = `If it is yours, correct it in ${rules} or ${overrides}. If not: ${reinstall}`;
  return problem("rule_set", `The recording law is refused (${code}, ${where}): every call is announced.`, own);
}

/** The pages the server hands out are there. */
export function checkPages(served: ServedFolders): Finding {
  const missing = (["snippet", "console", "demo"] as const).filter((name) => served[name] === undefined);
  if (missing.length === 0) return fine("pages", "The snippet, the console and the demo shop are there.");
  return problem("pages", `Not built: ${missing.join(", ")}.`, `${reinstall} In a checkout, run "npm run build".`);
}
