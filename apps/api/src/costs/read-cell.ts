/** Whether 2/11 is the second of November or the eleventh of February. */
export type DateOrder = "mdy" | "dmy";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads a day as reports write it. Answers `2026-11-02`, or why not. */
export function readDay(text: string, order: DateOrder | undefined): string | "day_malformed" | "day_ambiguous" {
  const day = text.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(day);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const named =
    /^(?:[a-z]{3,9},? )?(?:([a-z]{3})[a-z]*\.? (\d{1,2})|(\d{1,2})\.? ([a-z]{3})[a-z]*\.?),? (\d{4})$/i.exec(day);
  if (named !== null) {
    const month = months.indexOf((named[1] ?? named[4] ?? "").toLowerCase()) + 1;
    return dayOf(named[5], String(month), named[2] ?? named[3]);
  }
  // With points it is written in countries that begin with the day.
  const [, first, mark, second, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: .*)?$/.exec(day) ?? [];
  if (first === undefined) return "day_malformed";
  if (mark === "." || Number(first) > 12) return dayOf(year, second, first);
  if (Number(second) > 12) return dayOf(year, first, second);
  if (first !== second && order === undefined) return "day_ambiguous";
  return order === "dmy" ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** The day if there is one: not the thirtieth of February. */
function dayOf(year = "", month = "", day = ""): string {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : "day_malformed";
}

/**
 * Reads an amount of money in millionths. Both 1,234.56 and 1.234,56 are understood: the last of two marks is the
 * decimal one; a single one that is followed by three digits and a comma is taken for a mark of thousands. Undefined
 * when it is no amount.
 */
export function readAmount(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00A0\u202F']|[A-Z]{3}|\p{Sc}|[A-Z]{1,2}(?=\p{Sc})/gu, "").replace("\u2212", "-");
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(plain)) return undefined;
  const sign = plain.startsWith("-") ? -1 : 1;
  const digits = plain.replace("-", "");
  const mark = decimalMark(digits);
  const [whole = "", part = "", ...more] = mark === undefined ? [digits] : digits.split(mark);
  if (more.length > 0 || (mark !== undefined && /[.,]/.test(part))) return undefined;
  const units = Number(whole.replaceAll(/[.,]/g, "") || "0");
  const micros = units * 1_000_000 + Math.round(Number(`0.${part || "0"}`) * 1_000_000);
  return micros <= 1e15 ? sign * micros : undefined;
}

function decimalMark(digits: string): "." | "," | undefined {
  const [point, comma] = [digits.lastIndexOf("."), digits.lastIndexOf(",")];
  if (point !== -1 && comma !== -1) return point > comma ? "." : ",";
  if (comma !== -1) return /^\d{1,3}(,\d{3})+$/.test(digits) ? undefined : ",";
  if (point !== -1) return /^\d{1,3}(\.\d{3}){2,}$/.test(digits) ? undefined : ".";
  return undefined;
}

/** Reads a whole number as reports write it; nothing and ` --` are none. Undefined when it is no number. */
export function readCount(text: string): number | undefined {
  const plain = text.trim();
  if (plain === "" || plain === "--" || plain === "-") return 0;
  const digits = plain.replaceAll(/[\s\u00A0\u202F.,']/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
