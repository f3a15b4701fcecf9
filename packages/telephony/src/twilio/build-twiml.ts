import { XMLBuilder } from "fast-xml-parser";

/** One element of a TwiML document. An attribute that is undefined is left out. */
export interface Verb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (Verb | string)[];
}

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, suppressEmptyNode: true });

/** Writes a TwiML document. Escaping is the XML library's; characters XML 1.0 forbids are dropped. */
export function buildTwiml(verbs: readonly Verb[]): string {
  const declaration = { "?xml": [{ "#text": "" }], ":@": { "@_version": "1.0", "@_encoding": "UTF-8" } };
  return builder.build([declaration, { Response: verbs.map(toNode) }]);
}

function toNode(child: Verb | string): object {
  if (typeof child === "string") return { "#text": allowed(child) };
  const attributes = Object.entries(child.attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[`@_${name}`, allowed(value)] as const],
  );
  return { [child.name]: child.children.map(toNode), ":@": Object.fromEntries(attributes) };
}

/** XML 1.0 section 2.2: no control characters, no half of a surrogate pair. */
function allowed(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
