import type { Fact } from "@ringtrail/core/ports";
import { leadingTouch } from "@ringtrail/core/attribution";
import type { Milliseconds, OpenText } from "@ringtrail/core";

/** What a person is told, in plain words. */
export interface ToldToPerson {
  readonly subject: OpenText;
  /** One sentence a line. */
  readonly lines: readonly OpenText[];
  /** Where to read more: a path of the console. */
  readonly path: string;
}

/**
 * Says a fact to a person; undefined where it is none of theirs: a call that was answered, or one that still rings. Of a
 * site in healthcare mode it is a new call and nothing more, not even which.
 *
 * @param sayNotice says what owners are told of an entry in the audit log.
 */
export function sayFact(fact: Fact, sayNotice: (action: string, facts: never) => string): ToldToPerson | undefined {
  const { kind, subject, call, about } = fact;
  if (kind === "test") return { subject: "Ringtrail: a test", lines: ["This is a test. Nobody called."], path: "/" };
  if (kind === "notice") {
    const said = sayNotice(String(about["action"]), (about["facts"] ?? {}) as never);
    return { subject: `Ringtrail: ${said}`, lines: [said], path: "/" };
  }
  if (kind === "form") return sayForm(about);
  if (call === undefined) return undefined;
  if (kind === "call.completed" && (call.state.answeredAt !== undefined || call.state.businessEnd === "answered")) {
    return undefined;
  }
  if (call.isHealthcare) return { subject: "A new call", lines: ["There is a new call."], path: "/calls" };
  const title = titles.get(kind);
  if (title === undefined) return undefined;
  const touch = leadingTouch(call.match, call.sourceTouch);
  const came =
    touch === undefined ? [] : [`The caller came by ${touch.channel.replaceAll("_", " ")}, ${touch.source}.`];
  const length = kind === "voicemail" ? Number(call.more["lengthMs"] ?? 0) : call.state.lengthMs;
  const lasted = length > 0 ? [`It lasted ${inWords(length)}.`] : [];
  return {
    subject: `${title} on ${call.siteName}`,
    lines: [`${title} on ${call.number}, which stands on ${call.siteName}.`, ...lasted, ...came],
    path: `/calls/${subject}`,
  };
}

function sayForm(about: Fact["about"]): ToldToPerson {
  if (about["isHealthcare"] === true) return { subject: "A new form", lines: ["There is a new form."], path: "/" };
  const said = (name: string): string => String(about[name] ?? "");
  const came =
    about["channel"] === undefined
      ? []
      : [`Whoever sent it came by ${said("channel").replaceAll("_", " ")}, ${said("source")}.`];
  const where = about["page"] === undefined ? "" : `, on the page ${said("page")}`;
  const line = `Somebody sent the form ${said("name")} of ${said("siteName")}${where}.`;
  return { subject: `A form was sent on ${said("siteName")}`, lines: [line, ...came], path: "/" };
}

const titles: ReadonlyMap<Fact["kind"], string> = new Map([
  ["call.started", "A call"],
  ["call.answered", "An answered call"],
  ["call.completed", "A missed call"],
  ["voicemail", "A voicemail"],
  ["call.recorded", "A recorded call"],
  ["call.credited", "A credited call"],
]);

function inWords(ms: Milliseconds): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
