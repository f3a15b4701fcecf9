import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "@tooling/harness";
import type { Page } from "../../testing/browse.ts";
import { playApi, servePages } from "../../testing/index.ts";

const targets = ["+14155550100", "+18005550199", "+442079460000", "+4930123456", "+33142685300", "+78005550100"];
const shown = ["+14155550123", "+18885550142", "+442079460777", "+49891234567", "+33142685377", "+78005550177"];

// Each line is a promise to the owner of a page: what stands there, and what a visitor reads instead.
const swapped: [promise: string, before: string, after: string][] = [
  ["brackets stay", "Call (415) 555-0100", "Call (415) 555-0123"],
  ["dots stay", "415.555.0100", "415.555.0123"],
  ["hyphens stay", "415-555-0100", "415-555-0123"],
  ["the country code stays", "+1 415 555 0100", "+1 415 555 0123"],
  ["a country code without plus stays", "1-415-555-0100", "1-415-555-0123"],
  ["an international prefix stays", "011 1 415 555 0100", "011 1 415 555 0123"],
  ["bare digits", "4155550100", "4155550123"],
  ["slashes, which others miss", "415/555/0100", "415/555/0123"],
  ["non-breaking spaces", "415&nbsp;555&nbsp;0100", "415&nbsp;555&nbsp;0123"],
  ["thin and narrow spaces", "415\u2009555\u202f0100", "415\u2009555\u202f0123"],
  ["en dashes, which others miss", "415–555–0100", "415–555–0123"],
  ["non-breaking hyphens, which others miss", "415\u2011555\u20110100", "415\u2011555\u20110123"],
  ["minus signs", "415−555−0100", "415−555−0123"],
  ["two spaces, which others miss", "415  555  0100", "415  555  0123"],
  ["a soft direction mark between", "\u200e+1 415\u200e 555 0100", "\u200e+1 415\u200e 555 0123"],
  ["spaced hyphens", "(415) 555 - 0100", "(415) 555 - 0123"],
  ["the end of a sentence", "Call 415-555-0100.", "Call 415-555-0123."],
  ["a comma and words after it", "415-555-0100, 8am", "415-555-0123, 8am"],
  ["an extension stays", "415-555-0100 x12", "415-555-0123 x12"],
  ["an extension that touches stays", "415-555-0100x12", "415-555-0123x12"],
  ["a word for extension stays", "415-555-0100ext. 7", "415-555-0123ext. 7"],
  ["a colon before it", "Tel:415-555-0100", "Tel:415-555-0123"],
  ["an ordinary number before it", "Open 24/7 415-555-0100", "Open 24/7 415-555-0123"],
  ["a house number that looks like a country code", "No. 21 415-555-0100", "No. 21 415-555-0123"],
  ["two in one text", "415-555-0100 or (415) 555-0100", "415-555-0123 or (415) 555-0123"],
  ["two different targets in one text", "415-555-0100 or 800-555-0199", "415-555-0123 or 888-555-0142"],
  ["London, national", "020 7946 0000", "020 7946 0777"],
  ["London, international", "+44 20 7946 0000", "+44 20 7946 0777"],
  ["London with a bracketed zero", "+44 (0)20 7946 0000", "+44 (0)20 7946 0777"],
  ["Paris in pairs", "01 42 68 53 00", "01 42 68 53 77"],
  ["Paris with double zero", "00 33 1 42 68 53 00", "00 33 1 42 68 53 77"],
  ["Russia with an eight", "8 (800) 555-01-00", "8 (800) 555-01-77"],
  ["another length is written out in full", "Tel. 030 / 123456", "Tel. +49891234567"],
  ["a tel link", '<a href="tel:+14155550100">Call</a>', '<a href="tel:+14155550123">Call</a>'],
  ["a tel link without country", '<a href="tel:415-555-0100">x</a>', '<a href="tel:415-555-0123">x</a>'],
  ["a tel link in brackets", '<a href="tel:(415)555-0100">x</a>', '<a href="tel:(415)555-0123">x</a>'],
  ["a tel link with encoded spaces", '<a href="tel:415%20555%200100">x</a>', '<a href="tel:415%20555%200123">x</a>'],
  ["a tel link with slashes", '<a href="tel://4155550100">x</a>', '<a href="tel://4155550123">x</a>'],
  ["the case of the scheme", '<a href="TEL:+14155550100">x</a>', '<a href="TEL:+14155550123">x</a>'],
  ["a tel link's extension", '<a href="tel:+14155550100;ext=5">x</a>', '<a href="tel:+14155550123;ext=5">x</a>'],
  ["a tel link's pause", '<a href="tel:4155550100,5">x</a>', '<a href="tel:4155550123,5">x</a>'],
  ["a callto link", '<a href="callto:4155550100">x</a>', '<a href="callto:4155550123">x</a>'],
  ["a map area", '<map><area href="tel:4155550100"></map>', '<map><area href="tel:4155550123"></map>'],
  ["a spoken label", '<b aria-label="Call 415-555-0100">x</b>', '<b aria-label="Call 415-555-0123">x</b>'],
  ["a tool tip", '<b title="415.555.0100">x</b>', '<b title="415.555.0123">x</b>'],
  ["split over elements", "<b>(415)</b> 555-0100", "<b>(415)</b> 555-0123"],
  ["split in the last digits", "415-555-<i>01</i>00", "415-555-<i>01</i>23"],
  ["each group an element", "<i>415</i>\n<i>555</i>\n<i>0100</i>", "<i>415</i>\n<i>555</i>\n<i>0123</i>"],
  ["split with words around", "Call 415-<b>555</b>-0100 today", "Call 415-<b>555</b>-0123 today"],
  ["broken over two lines", "415-555-<br>0100", "415-555-<br>0123"],
  ["inside a button", "<button>415-555-0100</button>", "<button>415-555-0123</button>"],
  ["a drawing's text", "<svg><text>415-555-0100</text></svg>", "<svg><text>415-555-0123</text></svg>"],
  ["right-to-left text", '<p dir="rtl">התקשרו 415-555-0100</p>', '<p dir="rtl">התקשרו 415-555-0123</p>'],
];

const untouched: [promise: string, html: string][] = [
  ["another number", "415-555-0101"],
  ["another country's number with the same digits", "+44 415 555 0100"],
  ["a longer number", "4155550100123"],
  ["a longer number in groups", "415-555-0100-22"],
  ["the tail of a longer number", "99404155550100"],
  ["digits grouped otherwise, like a card's", "4155 5501 0024 1234"],
  ["an SKU", "SKU4155550100"],
  ["an SKU with a hyphen", "AB-4155550100"],
  ["an SKU that goes on", "4155550100-B"],
  ["a hash", "#4155550100"],
  ["a price", "$4155550100"],
  ["a price with the sign behind", "4155550100€"],
  ["a decimal", "4155550100.50"],
  ["the decimals of a number", "0.4155550100"],
  ["a part of an address", "https://x.test/4155550100"],
  ["a query", "?id=4155550100"],
  ["an e-mail address", "4155550100@sms.test"],
  ["an identifier in a word", "id_4155550100"],
  ["cells of a table", "<table><tbody><tr><td>415</td><td>555-0100</td></tr></tbody></table>"],
  ["two paragraphs", "<p>415</p><p>555-0100</p>"],
  ["code", "<code>415-555-0100</code>"],
  ["preformatted text", "<pre>415-555-0100</pre>"],
  ["a script's data", '<script type="application/ld+json">{"telephone":"415-555-0100"}</script>'],
  ["a style", "<style>/* 415-555-0100 */</style>"],
  ["a field's value", '<input value="415-555-0100" title="415-555-0100">'],
  ["a text area", "<textarea>415-555-0100</textarea>"],
  ["an option", "<select><option>415-555-0100</option></select>"],
  ["what a person is writing", '<div contenteditable="true">415-555-0100</div>'],
  ["microdata for search engines", '<span itemprop="telephone">415-555-0100</span>'],
  ["what is marked", "<div data-ringtrail-ignore><b>415-555-0100</b></div>"],
  ["a link that is marked", '<a data-ringtrail-ignore href="tel:4155550100">x</a>'],
  ["a text message link", '<a href="sms:+14155550100">x</a>'],
  ["an ordinary link with the digits", '<a href="/order/4155550100" title="Order">x</a>'],
  ["a template", "<template>415-555-0100</template>"],
  ["a comment", "<!-- 415-555-0100 -->"],
  ["a picture's address", '<img src="/4155550100.png" alt="">'],
];

let page: Page;
const cleanUps: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const ids = targets.map((_, index) => `0198c0de-0000-7000-8000-0000000000${10 + index}`);
  const api = await playApi({
    regime: "opt-in",
    targets: targets.map((e164, index) => ({ id: ids[index] ?? "", e164 })),
    sources: [{ name: "all", rules: [{}], numbers: shown.map((e164, index) => ({ target: ids[index] ?? "", e164 })) }],
  });
  const script = `<script async src="${api.url}/snippet/latest/ringtrail.js" data-site="demo"></script>`;
  const site = await servePages({ "/": `${script}<p id="ready">415-555-0100</p><main></main>` }, api.url);
  const browser = await launchBrowser();
  cleanUps.push(() => browser.close(), api.close, site.close);
  page = await browser.newPage();
  await page.goto(site.url);
  await page.getByText("415-555-0123").waitFor();
});
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

/** Adds the markup to the living page and reads it back, as the next script on the page would. */
function readBack(html: string): Promise<string> {
  return page.evaluate(async (markup) => {
    const main = document.querySelector("main") ?? document.body;
    main.replaceChildren(document.createRange().createContextualFragment(markup));
    await Promise.resolve();
    return main.innerHTML;
  }, html);
}

/** What a browser makes of the markup when nobody touches it. */
function asParsed(html: string): Promise<string> {
  return page.evaluate((markup) => {
    const aside = document.implementation.createHTMLDocument("").body;
    aside.append(document.createRange().createContextualFragment(markup));
    return aside.innerHTML;
  }, html);
}

test.each(swapped)("swapped, in the page's own format: %s", async (_promise, before, after) => {
  expect(await readBack(before)).toBe(await asParsed(after));
});

test.each(untouched)("left alone: %s", async (_promise, html) => {
  expect(await readBack(html)).toBe(await asParsed(html));
});
