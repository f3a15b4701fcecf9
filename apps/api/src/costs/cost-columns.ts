/** Whose file it is. Each platform names its columns as it likes. */
export type CostPlatform = "google" | "microsoft" | "meta" | "generic";

/** Every platform whose files are understood. */
export const costPlatforms: readonly CostPlatform[] = ["google", "microsoft", "meta", "generic"];

/** A figure or a word of a line of cost. */
export type CostColumn =
  | "day"
  | "cost"
  | "currency"
  | "source"
  | "medium"
  | "campaign"
  | "keyword"
  | "landingPage"
  | "clicks"
  | "impressions";

/** The names a column has in the files of any platform, in small letters; the first one found counts. */
export const columnNames: Readonly<Record<CostColumn, readonly string[]>> = {
  day: ["day", "date", "gregorian date", "timeperiod", "time period", "reporting starts", "reporting start"],
  cost: ["cost", "spend", "amount spent", "amount", "cost (converted currency)"],
  currency: ["currency code", "currency", "currencycode"],
  source: ["source", "utm_source"],
  medium: ["medium", "utm_medium"],
  campaign: ["campaign", "campaign name", "campaignname", "utm_campaign"],
  keyword: ["keyword", "search keyword", "keywords", "utm_term"],
  landingPage: ["landing page", "landing_page", "final url", "finalurl", "destination url", "website url", "link"],
  clicks: ["clicks", "link clicks", "clicks (all)"],
  impressions: ["impressions", "impr.", "impr"],
};

/** Columns that tell lines of one day and keyword apart. What they say is kept together as the line's name. */
export const lineNames: readonly string[] = [
  "account",
  "account name",
  "customer id",
  "ad group",
  "adgroup",
  "adgroupname",
  "ad group name",
  "ad set name",
  "ad set id",
  "ad name",
  "ad",
  "ad id",
  "match type",
  "matchtype",
  "device",
  "devicetype",
  "device type",
  "network",
  "network (with search partners)",
  "placement",
  "platform",
  "region",
  "age",
  "gender",
  "line",
];

/** What a visit from the platform's ads says of itself where the file does not: the words of its click ids. */
export const platformTouch: Readonly<
  Record<CostPlatform, { readonly source: string; readonly medium: string } | undefined>
> = {
  google: { source: "google", medium: "cpc" },
  microsoft: { source: "bing", medium: "cpc" },
  meta: { source: "facebook", medium: "paid_social" },
  generic: undefined,
};

/** A file's header as it is used: where each column stands. */
export interface CostHeader {
  readonly platform: CostPlatform;
  readonly at: ReadonlyMap<CostColumn, number>;
  /** Columns that belong to the line's name. */
  readonly line: readonly number[];
  /** The currency a column's own name tells: `Amount spent (USD)`. */
  readonly currency: string | undefined;
}

/** Reads a row as a header. Undefined when it names no day and no cost: reports begin with lines of text. */
export function readHeader(cells: readonly string[], platform: CostPlatform | undefined): CostHeader | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const bare = names.map((name) => name.replace(/^(amount spent|cost|spend) \([a-z]{3}\)$/, "$1"));
  const at = new Map<CostColumn, number>();
  for (const [column, known] of Object.entries(columnNames) as [CostColumn, readonly string[]][]) {
    const found = known.map((name) => bare.indexOf(name)).find((place) => place !== -1);
    if (found !== undefined) at.set(column, found);
  }
  const cost = at.get("cost");
  if (cost === undefined || !at.has("day")) return undefined;
  return {
    platform: platform ?? platformOf(bare, at),
    at,
    line: names.flatMap((name, place) => (lineNames.includes(name) ? place : [])),
    currency: /\(([a-z]{3})\)$/.exec(names[cost] ?? "")?.[1]?.toUpperCase(),
  };
}

function platformOf(names: readonly string[], at: ReadonlyMap<CostColumn, number>): CostPlatform {
  if (at.has("source")) return "generic";
  if (names.includes("amount spent")) return "meta";
  if (names.includes("spend")) return "microsoft";
  return names.some((name) => ["impr.", "search keyword", "currency code", "campaign"].includes(name))
    ? "google"
    : "generic";
}
