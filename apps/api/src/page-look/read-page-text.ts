/** What a page says, as far as a look at its source tells. */
export interface PageText {
  readonly title: string | undefined;
  /** What readers see, pieces of lines apart by line ends. */
  readonly text: string;
  /** Where its links ring: what stands behind `tel:`. */
  readonly links: readonly string[];
}

/** What the snippet leaves alone, or nobody reads. */
const silent = new Set(["script", "style", "noscript", "template", "textarea", "select", "code", "pre", "kbd", "samp"]);
/** Within a line: a number may be written across them. */
const inline = new Set(["a", "abbr", "b", "big", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"]);

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", ndash: "–" };

/** Reads HTML as it came over the wire, once from front to back: a page that is broken or hostile costs no more. */
export function readPageText(html: string): PageText {
  const small = html.toLowerCase();
  const links: string[] = [];
  let [text, title, at]: [string, string | undefined, number] = ["", undefined, 0];
  while (at < html.length) {
    const open = html.indexOf("<", at);
    text += html.slice(at, open === -1 ? undefined : open);
    if (open === -1) break;
    const isComment = html.startsWith("<!--", open);
    const close = html.indexOf(isComment ? "-->" : ">", open);
    if (close === -1) break;
    at = close + (isComment ? 3 : 1);
    if (isComment) continue;
    const tag = small.slice(open + 1, close);
    const name = /^\/?[a-z][a-z0-9]{0,20}/.exec(tag)?.[0] ?? "";
    if (name === "a") links.push(...telephoneIn(html.slice(open, Math.min(close, open + 2_000))));
    if (!inline.has(name.replace("/", ""))) text += "\n";
    if (!silent.has(name) && name !== "title") continue;
    const end = small.indexOf(`</${name}`, at);
    if (end === -1) break;
    if (name === "title") title ??= unescaped(html.slice(at, end)).trim().slice(0, 200);
    at = end;
  }
  return { title, text: unescaped(text), links };
}

function telephoneIn(tag: string): readonly string[] {
  const said = /href\s*=\s*["']?tel:([^"'>\s]{3,40})/i.exec(tag)?.[1];
  return said === undefined ? [] : [said.replaceAll("%20", " ")];
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
  });
}
