import type { PathRules } from "../paths/credit-paths.ts";

/** How the models that look at all paths read a report's: rows are neither direct nor paid to them. */
export const pathRules: PathRules = { isDirect: () => false, isPaid: () => false, transform: "exposure" };
