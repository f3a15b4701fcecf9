import type { SiteConfig } from "@ringtrail/api-contract";
import type { Ringtrail } from "../page-global.ts";
import type { Line } from "./explain-page.ts";

/** Says of each number on the page whether it was changed and why not, and of what only looks like a number of the site's. */
export function explainNumbers(page: Ringtrail, { ignore }: SiteConfig): readonly Line[] {
  const found = page.numbers();
  const lines = found.map(({ e164, node, number }): Line => {
    const element = node instanceof Attr ? node.ownerElement : node.parentElement;
    const where = element ? `<${element.localName}>` : "the page";
    const ignored = element?.closest(ignore);
    if (ignored) return [e164, `in ${where} is left alone: it stands in ${nameOf(ignored)}.`];
    if (number === undefined) return [e164, `in ${where} is the business's own, or its source's.`];
    return [e164, `in ${where} is this visit's.`];
  });
  const others = strangers(new Set(found.map(({ node }) => node)));
  if (lines.length === 0) lines.push(["No number", "of the site's target numbers is on this page."]);
  return [...lines, ...others.map((text): Line => [text, "looks like a number and is none of the site's."])];
}

function nameOf(element: Element): string {
  if (element.hasAttribute("data-ringtrail-ignore")) return "a part marked data-ringtrail-ignore";
  if (element.hasAttribute("itemprop")) return "microdata, which search engines read";
  if (element.hasAttribute("contenteditable")) return "a text that is being edited";
  return `<${element.localName}>`;
}

/** The first ten things with as many digits as a phone number. */
function strangers(known: ReadonlySet<Node>): readonly string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && texts.length < 10) {
    const node = walker.currentNode as Text;
    const [written] = /[+(]?\d(?:[\s().\-/]{0,3}\d){8,13}/.exec(node.data) ?? [];
    if (written && !known.has(node) && !node.parentElement?.closest("script,style")) texts.push(written);
  }
  return texts;
}
