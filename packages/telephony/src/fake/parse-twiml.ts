import { err, ok, type Result } from "@ringtrail/core";
import { XMLParser, XMLValidator } from "fast-xml-parser";

/** One verb or noun of a document. */
export interface TwimlVerb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly TwimlVerb[];
}

/** The document cannot be carried out. `error` is Twilio's own number for it. */
export interface TwimlRefused {
  readonly code: "twiml_refused";
  readonly error: "11750" | "12100" | "12102" | "12300";
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
});

/** What a URL answered, as verbs. XML counts by its content type; text is spoken and sound played, as Twilio does. */
export function parseTwiml(
  contentType: string,
  body: string,
  mostBytes: number,
): Result<readonly TwimlVerb[], TwimlRefused> {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (Buffer.byteLength(body) > mostBytes) return refused("11750");
  if (type === "text/plain") return ok([{ name: "Say", attributes: {}, text: body, children: [] }]);
  if (type.startsWith("audio/")) return ok([{ name: "Play", attributes: {}, text: "", children: [] }]);
  if (!["text/xml", "application/xml", "text/html"].includes(type)) return refused("12300");
  if (XMLValidator.validate(body) !== true) return refused("12100");
  const roots = toVerbs(readXml(body)).filter((verb) => !verb.name.startsWith("?"));
  const [root] = roots;
  return root?.name === "Response" && roots.length === 1 ? ok(root.children) : refused("12102");
}

/** The parser limits entities and depth, and throws where the validator was content. */
function readXml(body: string): unknown {
  try {
    return parser.parse(body);
  } catch {
    return [];
  }
}

function toVerbs(nodes: unknown): readonly TwimlVerb[] {
  return rows(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const children = rows(node[name]);
    const text = children.map((child) => (typeof child["#text"] === "string" ? child["#text"] : "")).join("");
    const attributes = Object.entries(isRow(node[":@"]) ? node[":@"] : {}).map(([key, value]) => [key, String(value)]);
    return [{ name, attributes: Object.fromEntries(attributes), text: text.trim(), children: toVerbs(children) }];
  });
}

function rows(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refused(error: TwimlRefused["error"]): Result<never, TwimlRefused> {
  return err({ code: "twiml_refused", error });
}
