/**
 * The version of the law this package carries, apart from the package's own: see RULES.md. Written out here, so that
 * asking for it needs no file of the law.
 */
export const ruleSetVersion: string = "1.0.0";
