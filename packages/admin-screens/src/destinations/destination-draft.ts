import type { DestinationShown, DestinationWanted } from "@ringtrail/api-contract";

/** An event a destination may be told of. */
export type EventName = DestinationWanted["facts"][number];

/** What an owner is writing of a destination. */
export interface DestinationDraft {
  readonly kind: DestinationWanted["kind"];
  readonly name: string;
  readonly facts: readonly EventName[];
  /** A site's id; empty: every site. */
  readonly site: string;
  /** Of a webhook or a Slack channel. */
  readonly url: string;
  /** A mailbox. */
  readonly to: string;
  readonly sendsCaller: boolean;
  /** `20:00`; both empty: nothing is held back. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly timeZone: string;
}

/** Every event, in the order of a call. */
export const allEvents: readonly EventName[] = [
  "call.started",
  "call.answered",
  "call.completed",
  "call.credited",
  "call.recorded",
  "call.updated",
  "voicemail",
  "form",
  "notice",
  "digest",
];

/** What a machine and what a person usually wants to be told. */
export function usualEvents(kind: DestinationDraft["kind"]): readonly EventName[] {
  return kind === "webhook" ? ["call.completed", "voicemail"] : ["call.completed", "voicemail", "notice", "digest"];
}

/** A form nobody has written in. */
export function emptyDestination(timeZone: string): DestinationDraft {
  const facts = usualEvents("webhook");
  const empty = { name: "", site: "", url: "", to: "", sendsCaller: false, quietFrom: "", quietTo: "" };
  return { kind: "webhook", facts, timeZone, ...empty };
}

/** What is sent of a draft. The address of a Slack channel is never shown again: left empty, the one that is kept stays. */
export function wantedOf(draft: DestinationDraft, isOn = true): DestinationWanted {
  const { kind, name, facts, site, url, to, sendsCaller, quietFrom: from, quietTo, timeZone } = draft;
  const shared = { name: name.trim(), facts: [...facts], isOn, ...(site === "" ? {} : { site }) };
  const quiet = from === "" && quietTo === "" ? {} : { quiet: { from, to: quietTo, timeZone } };
  const address = url.trim();
  if (kind === "webhook") return { kind, ...shared, url: address, sendsCaller };
  if (kind === "email") return { kind, ...shared, to: to.trim(), timeZone, ...quiet };
  return { kind, ...shared, ...(address === "" ? {} : { url: address }), ...quiet };
}

/** A destination as it may be written anew; undefined for a kind that this version does not know. */
export function draftOf(shown: DestinationShown, hereZone: string): DestinationDraft | undefined {
  const { kind, name, facts, site = "", settings } = shown;
  if (kind !== "webhook" && kind !== "email" && kind !== "slack") return undefined;
  const quiet = new Map(Object.entries(typeof settings["quiet"] === "object" ? (settings["quiet"] ?? {}) : {}));
  const word = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    kind,
    name,
    site,
    facts: facts.filter((fact) => fact !== "test"),
    url: word(settings["url"]),
    to: word(settings["to"]),
    sendsCaller: settings["sendsCaller"] === true,
    quietFrom: word(quiet.get("from")),
    quietTo: word(quiet.get("to")),
    timeZone: word(settings["timeZone"] ?? quiet.get("timeZone")) || hereZone,
  };
}
