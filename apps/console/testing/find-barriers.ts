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
    // A color on its way to another is neither: the kit's links take a moment when the scheme changes.
    const onTheirWay = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(onTheirWay.map(({ finished }) => finished));
    const { violations } = await checker.run(document);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`));
  });
}
