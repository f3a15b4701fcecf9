import parsePhoneNumber from "libphonenumber-js/max";
import { err, ok, parseE164, Phi, type E164, type Result } from "@ringtrail/core";
import { plainName, type ExportWords, type PastColumn, type PastHeader } from "./call-columns.ts";
import type { PastCall, RowProblem } from "./past-call.ts";
import { pastTouch } from "./past-touch.ts";
import { readLength } from "./read-length.ts";
import { readMoment } from "./read-moment.ts";

/** Longer texts are cut: they are names of campaigns and people. */
const longestText = 500;

/** Reads one row of an export. It never throws, whatever the cells hold; a detail never repeats a caller's number. */
export function readPastRow(
  cells: readonly string[],
  { at }: Pick<PastHeader, "at">,
  words: ExportWords,
  zone: string | undefined,
): Result<PastCall, RowProblem> {
  const raw = (column: PastColumn) => (cells[at.get(column) ?? -1] ?? "").trim();
  const cell = (column: PastColumn) => cutText(raw(column));
  const ref = raw("ref");
  if (!/^[\w.:-]{1,200}$/.test(ref)) return wrong("id_malformed", "The call has no id of 1 to 200 letters and digits.");
  if (cell("direction").toLowerCase().startsWith("out"))
    return wrong("call_outbound", "The business called; only calls to it are kept.");
  const number = readPhone(cell("number"));
  if (number === undefined) return wrong("number_malformed", `${quote(cell("number"))} is no tracking number.`);
  const isWithheld = withheld.test(cell("caller"));
  const caller = isWithheld ? undefined : readPhone(cell("caller"));
  if (caller === undefined && !isWithheld) return wrong("caller_malformed", "The caller's number is none.");
  const rangAt = readMoment(cell("at"), cell("zone") || zone);
  if (!rangAt.ok) {
    const { code } = rangAt.reason;
    return wrong(code, timeDetail[code](quote(cell("at")), quote(cell("zone") || zone)));
  }
  const lengthMs = readLength(cell("length"));
  const talkMs = raw("talk") === "" ? lengthMs : readLength(cell("talk"));
  if (lengthMs === undefined || talkMs === undefined)
    return wrong(
      "length_malformed",
      `${quote(cell(lengthMs === undefined ? "length" : "talk"))} is no length of time.`,
    );
  const end = words.outcomes.get(plainName(cell("outcome")));
  if (end === undefined) return wrong("outcome_unknown", `${quote(cell("outcome"))} says neither answered nor missed.`);
  const name = cell("name");
  return ok({
    ref,
    number,
    rangAt: rangAt.value,
    end,
    talkMs: end === "answered" ? Math.min(talkMs, lengthMs) : 0,
    lengthMs,
    caller: caller && Phi.seal(caller),
    callerName: name === "" || isWithheld ? undefined : Phi.seal(name),
    touch: pastTouch({
      landing: raw("landing").slice(0, 8_000),
      referrer: raw("referrer").slice(0, 8_000),
      source: cell("source"),
      medium: cell("medium"),
      campaign: cell("campaign"),
      keyword: cell("keyword"),
    }),
    isFirst: cell("first") === "" ? undefined : /^(true|yes|1|first.*)$/i.test(cell("first")),
    isRecorded: raw("recording") !== "",
  });
}

const withheld = /^$|^(anonymous|restricted|unavailable|unknown|private|blocked)\b/i;

const timeDetail = {
  time_malformed: (time: string) => `${time} is no time.`,
  zone_missing: (time: string) => `${time} tells no zone. Say it with --zone, for example America/New_York.`,
  zone_unknown: (_time: string, zone: string) => `There is no zone ${zone}.`,
};

/** A number as people and exports write it; without a country code it is North American, as both trackers write. */
export function readPhone(text: string): E164 | undefined {
  const parsed = text.length > 40 ? undefined : parsePhoneNumber(text, "US");
  const number = parsed?.isPossible() === true ? parseE164(parsed.number) : undefined;
  return number?.ok === true ? number.value : undefined;
}

/** Text PostgreSQL can keep, cut without leaving half an emoji. */
export function cutText(text: string): string {
  return text
    .replaceAll("\0", "")
    .slice(0, longestText)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trim();
}

function quote(text: string | undefined): string {
  return `"${(text ?? "").slice(0, 40)}"`;
}

function wrong(code: RowProblem["code"], detail: string): Result<never, RowProblem> {
  return err({ code, detail });
}
