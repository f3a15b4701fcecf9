import type { Visiting } from "../lay-pages.ts";
import { aSource, aTarget } from "../play-api.ts";

/** The business's numbers in the tables of markup, and what stands for them. The second takes text messages as well. */
const numbers: readonly (readonly [own: string, shown: string])[] = [
  ["+14155550100", "+14155550123"],
  ["+18005550199", "+18885550142"],
  ["+442079460000", "+442079460777"],
  ["+4930123456", "+49891234567"],
  ["+33142685300", "+33142685377"],
  ["+78005550100", "+78005550177"],
  ["+390612345678", "+390612345699"],
  ["+61291234567", "+61291234599"],
  ["+966112345678", "+966112345699"],
  ["+18003569377", "+18885550188"],
];

/** The page that shows each line of a table in its `main`: every visitor there is of one source. */
export function markupVisiting(): Visiting {
  const idOf = (index: number): string => `0198c0de-0000-7000-8000-0000000000${10 + index}`;
  const source = aSource("all", [{}], Object.fromEntries(numbers.map(([, shown], index) => [idOf(index), shown])));
  const texting = source.numbers[1];
  if (texting) texting.takes = ["call", "sms", "whatsapp"];
  const settings = (server: string): string =>
    JSON.stringify({ site: "demo", server, places: [["[data-phone]", "data-phone"]] });
  return {
    body: `<p id="ready">415-555-0100</p><main></main>`,
    head: (api) =>
      `<script type="application/json" id="ringtrail-config">${settings(api)}</script><script async src="${api}/snippet/latest/ringtrail.js"></script>`,
    config: { regime: "opt-in", targets: numbers.map(([own], index) => aTarget(idOf(index), own)), sources: [source] },
    // A line of the tables may bring a style attribute or a picture of its own.
    policy: (api) =>
      `default-src 'self'; script-src 'self' ${api}; connect-src 'self' ${api}; style-src 'unsafe-inline'; img-src data:`,
  };
}

/** What the first paragraph says once the page's numbers are there. */
export const markupReady = "415-555-0123";

/** In the page: shows the markup and reads it back, as the next script on the page would. */
export async function readBackHere(markup: string): Promise<string> {
  const main = document.querySelector("main") ?? document.body;
  main.replaceChildren(document.createRange().createContextualFragment(markup));
  // Ours is done before the page is painted; on a busy machine what costs too much waits one frame.
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  return main.innerHTML;
}

/** In the page: what the browser makes of the markup when nobody touches it. */
export function asParsedHere(markup: string): string {
  const aside = document.implementation.createHTMLDocument("").body;
  aside.append(document.createRange().createContextualFragment(markup));
  return aside.innerHTML;
}
