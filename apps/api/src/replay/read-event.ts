import type { Device, ReplayEvent } from "@ringtrail/core/attribution";
import type { LineProblem } from "../cli/read-lines.ts";

/** A line's event, or why it is none. */
export type ReadEvent = { readonly event: ReplayEvent } | { readonly problem: LineProblem };

/** Reads events from JSON, each text kept once: a million events name the same visits and numbers over and over. */
export function eventReader(): (line: Readonly<Record<string, unknown>>) => ReadEvent {
  const texts = new Map<string, string>();
  const once = (text: string) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (line) => {
    const { type, at } = line;
    if (typeof at !== "number" || !Number.isFinite(at))
      return wrong("at_malformed", "`at` is no number of milliseconds.");
    const name = (field: string) => {
      const value = line[field];
      if (typeof value === "number") return once(String(value));
      return typeof value === "string" && value !== "" ? once(value) : undefined;
    };
    const missing = (needed.get(String(type)) ?? []).find((field) => name(field) === undefined);
    if (missing !== undefined)
      return wrong("field_missing", `A line of type ${String(type)} needs a text \`${missing}\`.`);
    const text = (field: string) => name(field) ?? "";
    switch (type) {
      case "shown": {
        const [number, visit, source, region] = [text("number"), text("visit"), text("source"), name("region")];
        return {
          event: { type, at, number, visit, source, region, device: devices.get(text("device").toLowerCase()) },
        };
      }
      case "seen":
      case "hidden":
        return { event: { type, at, visit: text("visit") } };
      case "tap":
        return { event: { type, at, visit: text("visit"), number: text("number") } };
      case "call": {
        const [id, number, caller, callerRegion] = [text("id"), text("number"), name("caller"), name("callerRegion")];
        return { event: { type, at, id, number, caller, callerRegion } };
      }
      default:
        return wrong("type_unknown", "`type` is none of shown, seen, hidden, tap and call.");
    }
  };
}

const needed: ReadonlyMap<string, readonly string[]> = new Map([
  ["shown", ["number", "visit", "source"]],
  ["seen", ["visit"]],
  ["hidden", ["visit"]],
  ["tap", ["visit", "number"]],
  ["call", ["id", "number"]],
]);

/** Our words for devices, and the words others have for them. */
const devices: ReadonlyMap<string, Device> = new Map([
  ["phone", "phone"],
  ["mobile", "phone"],
  ["tablet", "tablet"],
  ["computer", "computer"],
  ["desktop", "computer"],
]);

function wrong(code: string, detail: string): ReadEvent {
  return { problem: { code, detail } };
}
