import { err, ok, type Result } from "@ringtrail/core";
import type { AdCost } from "@ringtrail/core/attribution";
import { platformTouch, type CostColumn, type CostHeader } from "./cost-columns.ts";
import { readAmount, readCount, readDay, type DateOrder } from "./read-cell.ts";

/** Why a row of a file is not a line of cost. */
export interface CostProblem {
  readonly code:
    | "day_malformed"
    | "day_ambiguous"
    | "amount_malformed"
    | "currency_missing"
    | "currency_malformed"
    | "count_malformed"
    | "source_missing"
    | "csv_malformed";
  readonly detail: string;
}

/** What is said of a whole file, for where its rows say nothing. */
export interface CostDefaults {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly currency?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** Longer texts are cut: they are names of campaigns and ads. */
const longestText = 500;

/** Reads one row. Undefined for a row that sums up others. */
export function readCostLine(
  cells: readonly string[],
  header: CostHeader,
  defaults: CostDefaults,
): Result<AdCost, CostProblem> | undefined {
  const cell = (column: CostColumn) => {
    const place = header.at.get(column);
    return place === undefined ? "" : (cells[place] ?? "").trim();
  };
  const order = defaults.dateOrder ?? (header.platform === "microsoft" ? "mdy" : undefined);
  const day = readDay(cell("day"), order);
  if (day === "day_malformed" && isNoLine(cells)) return undefined;
  if (day === "day_malformed") return wrong(day, `There is no day ${quote(cell("day"))}.`);
  if (day === "day_ambiguous")
    return wrong(day, `Is ${quote(cell("day"))} month first or day first? Say so with --date-order.`);
  const micros = readAmount(cell("cost"));
  if (micros === undefined) return wrong("amount_malformed", `${quote(cell("cost"))} is no amount of money.`);
  const currency = (cell("currency") || header.currency || defaults.currency || "").toUpperCase();
  if (currency === "") return wrong("currency_missing", "No column tells the currency. Say it with --currency.");
  if (!/^[A-Z]{3}$/.test(currency)) return wrong("currency_malformed", `${quote(currency)} is no ISO 4217 code.`);
  const [clicks, impressions] = [readCount(cell("clicks")), readCount(cell("impressions"))];
  if (clicks === undefined || impressions === undefined)
    return wrong(
      "count_malformed",
      `${quote(clicks === undefined ? cell("clicks") : cell("impressions"))} is no count.`,
    );
  const usual = platformTouch[header.platform];
  const source = cell("source") || defaults.source || usual?.source;
  if (source === undefined) return wrong("source_missing", "Nothing tells the source. Say it with --source.");
  const medium = cell("medium") || defaults.medium || usual?.medium || "cpc";
  return ok({
    day,
    source: textOf(source).toLowerCase(),
    medium: textOf(medium).toLowerCase(),
    campaign: textOf(cell("campaign")) || undefined,
    keyword: bareKeyword(textOf(cell("keyword"))) || undefined,
    landingPath: pathOf(cell("landingPage")),
    line: textOf(header.line.map((place) => (cells[place] ?? "").trim()).join(" / ")),
    currency,
    micros,
    clicks,
    impressions,
  });
}

/** Reports end with sums, and with a line of copyright. None of them has a day. */
function isNoLine(cells: readonly string[]): boolean {
  const first = cells.map((cell) => cell.trim()).find((cell) => cell !== "") ?? "";
  return first === "" || /^(grand )?totals?\b/i.test(first) || /^[©@]\s?\d{4} /.test(first);
}

/** A keyword without the marks of its match type: `[plumber]`, `"plumber"`, `+emergency +plumber`. */
function bareKeyword(text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, "$1").replace(/^"(.*)"$/, "$1");
  return bare.replaceAll(/(^|\s)\+(?=\S)/g, "$1").trim();
}

/** Touches know a landing page by its path. */
function pathOf(text: string): string | undefined {
  if (text === "" || text === "--") return undefined;
  const url = URL.parse(text, "https://page.example");
  return url === null ? undefined : textOf(url.pathname);
}

/** Text PostgreSQL can keep, cut without leaving half an emoji. ` --` is what reports write for nothing. */
function textOf(text: string): string {
  const plain = text
    .replaceAll("\0", "")
    .slice(0, longestText)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trim();
  return plain === "--" ? "" : plain;
}

function quote(text: string): string {
  return `"${text.slice(0, 40)}"`;
}

function wrong(code: CostProblem["code"], detail: string): Result<never, CostProblem> {
  return err({ code, detail });
}
