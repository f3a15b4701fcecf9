import type { CallPlan } from "@ringtrail/core/call-flow";
import { XMLParser } from "fast-xml-parser";
import type { CallbackUrl, CarrierDocument } from "../carrier.ts";
import { buildTwiml, type Verb } from "../twilio/build-twiml.ts";
import { renderPlan as renderTwiml } from "../twilio/render-plan.ts";
import { texmlAttributes } from "./texml-attributes.ts";

/**
 * Puts a plan into TeXML, which is TwiML with fewer words: so one plan is one experience, and what TeXML cannot say is
 * replaced by what comes to the same, or left out where it only polishes.
 */
export function renderPlan(plan: CallPlan, callbackUrl: CallbackUrl): CarrierDocument {
  // Telnyx knows no limits behind a #, and nobody promises that it cuts them off.
  const { body } = renderTwiml(plan, (...asked) => `${callbackUrl(...asked)}#`);
  const [response] = verbsIn(readTree(parser.parse(body)));
  return {
    contentType: "text/xml; charset=utf-8",
    body: buildTwiml(verbsIn(response?.children.flatMap(toTexml) ?? [])),
  };
}

function verbsIn(nodes: readonly (Verb | string)[]): readonly Verb[] {
  return nodes.filter((node) => typeof node !== "string");
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false, parseTagValue: false });

interface RawNode {
  readonly [name: string]: unknown;
}

/** The parser's tree as our own: declarations left out. */
function readTree(nodes: readonly RawNode[]): readonly (Verb | string)[] {
  return nodes.flatMap((node): readonly (Verb | string)[] => {
    if (typeof node["#text"] === "string") return [node["#text"]];
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name.startsWith("?")) return [];
    const given = Object.entries((node[":@"] ?? {}) as Readonly<Record<string, string>>);
    const attributes = Object.fromEntries(given.map(([key, value]) => [key.slice(2), value]));
    return [{ name, attributes, children: readTree((node[name] ?? []) as readonly RawNode[]) }];
  });
}

function toTexml(node: Verb | string): readonly (Verb | string)[] {
  if (typeof node === "string") return [withoutHash(node)];
  if (recordsOneSide(node) && node.name === "Start") return [];
  const known = texmlAttributes[node.name];
  if (known === undefined) return [];
  const kept = Object.entries(attributesOf(node)).filter(([name]) => known.has(name));
  const attributes = Object.fromEntries(kept.map(([name, value]) => [name, value && withoutHash(value)]));
  const verb: Verb = { ...node, attributes, children: node.children.flatMap(toTexml) };
  return node.attributes["actionOnEmptyResult"] === "true" ? [verb, onSilence(attributes["action"])] : [verb];
}

function attributesOf({ name, attributes, ...node }: Verb): Verb["attributes"] {
  // The only voice whose language can be chosen.
  if (name === "Say") return { ...attributes, voice: "alice" };
  if (name === "Dial" && recordsOneSide({ name, attributes, ...node })) return { ...attributes, ...unrecorded };
  if (name === "Dial" && attributes["record"]?.endsWith("-dual")) return { ...attributes, recordingChannels: "dual" };
  return attributes;
}

const unrecorded = {
  record: undefined,
  recordingStatusCallback: undefined,
  recordingStatusCallbackMethod: undefined,
  recordingStatusCallbackEvent: undefined,
} as const;

/** TeXML has no word for one side alone. Where only one may be recorded, nothing is. */
function recordsOneSide({ name, attributes, children }: Verb): boolean {
  const track = name === "Recording" ? attributes["track"] : name === "Dial" ? attributes["recordingTrack"] : undefined;
  const isOne = track !== undefined && track !== "both";
  return isOne || (name === "Start" && children.some((child) => typeof child !== "string" && recordsOneSide(child)));
}

/** TeXML goes on behind a Gather nobody pressed a key in: there it asks the same address, which takes that for silence. */
function onSilence(action: string | undefined): Verb {
  return { name: "Redirect", attributes: { method: "POST" }, children: [action ?? ""] };
}

/** Twilio's limits stand behind the first # of an address of ours. Spoken words are left as they are. */
function withoutHash(text: string): string {
  return /^https?:\/\/\S+#\S*$/.test(text) ? text.slice(0, text.indexOf("#")) : text;
}
