/** The file of the script, as a page names it. */
const ownTag = /<script\b[^>]*\bsrc="([^"]*ringtrail\/public\/ringtrail\.js[^"]*)"[^>]*><\/script>/;

/** A page as an optimiser hands it on, and the files it made for it. */
export interface OptimisedPage {
  readonly html: string;
  readonly files: Readonly<Record<string, string>>;
}

type Optimise = (html: string, script: string) => OptimisedPage;

/** The page with other text in place of our tag. @throws when the page has no tag of ours. */
function replaceTag(html: string, put: (address: string) => string): string {
  if (!ownTag.test(html)) throw new Error("the page carries no script of ours");
  return html.replace(ownTag, (_tag, address: string) => put(address));
}

/** Loads what was held back when somebody first touches the page, as delaying optimisers do. */
const delayer = `addEventListener("pointermove",()=>{for(const held of document.querySelectorAll("[data-held-src],[type='text/held']")){
const script=document.createElement("script");if(held.dataset.heldSrc)script.src=held.dataset.heldSrc;else script.textContent=held.textContent;
held.replaceWith(script)}},{once:true});`;

/** What plugins of caches make of a page: each line is one we saw reported, and must still swap. */
export const optimisers: readonly (readonly [what: string, does: Optimise])[] = [
  ["nothing", (html) => ({ html, files: {} })],
  [
    "merged with other scripts into one file at the end of the page (Autoptimize, WP Rocket, W3TC)",
    (html, script) => ({
      html: replaceTag(html, () => "").replace("</body>", '<script src="/cache/all.js"></script></body>'),
      files: { "/cache/all.js": `var before=1;\n${script}\n;var after=2;` },
    }),
  ],
  [
    "renamed and served from the cache's own folder (LiteSpeed, WP-Optimize)",
    (html, script) => ({
      html: replaceTag(html, () => '<script src="/cache/5f3a9c.js" data-minify="1" defer></script>'),
      files: { "/cache/5f3a9c.js": script },
    }),
  ],
  [
    "inlined into the page",
    (html, script) => ({ html: replaceTag(html, () => `<script>${script}</script>`), files: {} }),
  ],
  [
    "with every attribute but the address stripped (HTML minifiers)",
    (html, script) => ({
      html: replaceTag(html, () => '<script src="/r.js"></script>'),
      files: { "/r.js": script },
    }),
  ],
  [
    "made async and moved to the end of the page (SG Optimizer)",
    (html, script) => ({
      html: replaceTag(html, () => "").replace("</body>", '<script async src="/r.js"></script></body>'),
      files: { "/r.js": script },
    }),
  ],
  [
    "delayed until somebody touches the page (WP Rocket's delay, LiteSpeed's)",
    (html, script) => ({
      html: replaceTag(html, () => '<script type="text/held" data-held-src="/r.js"></script>').replace(
        "</body>",
        '<script src="/delay.js"></script></body>',
      ),
      files: { "/r.js": script, "/delay.js": delayer },
    }),
  ],
  [
    "rewritten to another type and run later (Rocket Loader)",
    (html, script) => ({
      html: replaceTag(html, () => `<script type="text/held">${script}</script>`).replace(
        "</body>",
        '<script src="/delay.js"></script></body>',
      ),
      files: { "/delay.js": delayer },
    }),
  ],
  [
    "with line breaks and comments taken out of the whole page",
    (html, script) => ({
      html: replaceTag(html, () => '<script defer src="/r.js"></script>')
        .replaceAll(/<!--(?!\[)[\s\S]*?-->/g, "")
        .replaceAll(/\s*\n\s*/g, " "),
      files: { "/r.js": script },
    }),
  ],
  [
    "printed twice",
    (html, script) => ({
      html: replaceTag(html, () => '<script src="/r.js"></script>'.repeat(2)),
      files: { "/r.js": script },
    }),
  ],
];
