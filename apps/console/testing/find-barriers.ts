import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What of the page keeps somebody out, as axe-core sees it: the serious and the critical, each as `rule: element`.
 * The script is evaluated by the browser's own debugger, which a content security policy does not stop.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { readonly axe: Checker };
    interface Found {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    interface Checker {
      readonly run: (root: Document) => Promise<{ readonly violations: readonly Found[] }>;
    }
    const { violations } = await checker.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`));
  });
}
