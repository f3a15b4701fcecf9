import manifest from "../law/manifest.json" with { type: "json" };

/** The version of the law this package carries, apart from the package's own: see RULES.md. */
export const ruleSetVersion: string = manifest.version;
