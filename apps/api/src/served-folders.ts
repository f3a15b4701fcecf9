import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServedFolders } from "./deps.ts";

/** Where each folder lies: beside the built server in the published package, in its own package in the workspace. */
const places = {
  snippet: ["./served/snippet", "../../../packages/snippet/dist"],
  console: ["./served/console", "../../console/dist"],
  merchant: ["./served/merchant", "../../storefront/merchant"],
  theme: ["./served/theme", "../../storefront/dist/theme"],
  demo: ["./served/demo", "../../storefront/dist/demo", "../../storefront/demo"],
} as const;

/** Finds the built files the server hands out. */
export function findServedFolders(): ServedFolders {
  return {
    snippet: find(places.snippet),
    console: find(places.console),
    demo: find(places.demo),
    merchant: find(places.merchant),
    theme: find(places.theme),
  };
}

function find(candidates: readonly string[]): string | undefined {
  return candidates.map((candidate) => fileURLToPath(new URL(candidate, import.meta.url))).find(existsSync);
}
