import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { AdCost } from "@ringtrail/core/attribution";
import { readAmount, readDay } from "./read-cell.ts";
import { readCosts, type CostFile, type CostRow } from "./read-costs.ts";

async function read(text: string | Uint8Array, file: CostFile = {}): Promise<readonly CostRow[]> {
  const rows: CostRow[] = [];
  for await (const row of readCosts(Readable.from([Buffer.from(text as string)]), file)) rows.push(row);
  return rows;
}

const costsIn = (rows: readonly CostRow[]) => rows.flatMap((row): AdCost[] => (row.kind === "cost" ? [row.cost] : []));
const problemsIn = (rows: readonly CostRow[]) =>
  rows.flatMap((row) => (row.kind === "problem" ? [[row.line, row.problem.code]] : []));

const usual = { campaign: "Spring", keyword: undefined, landingPath: undefined, line: "", currency: "USD" };

test("Google's report: a title above, a sum below, thousands with commas, keywords with their match type", async () => {
  const rows = await read(
    [
      "Search keyword report",
      '"November 1, 2026 - November 30, 2026"',
      "Day,Campaign,Ad group,Search keyword,Match type,Currency code,Cost,Clicks,Impr.",
      '2026-11-02,Spring,Emergency,[emergency plumber],Exact,USD,"1,234.56","1,020","30,500"',
      '2026-11-03,Spring,Emergency,"+plumber +berlin",Broad,USD,0.50, --,4',
      "Total: Account, --, --, --, --,USD,1235.06,1020,30504",
    ].join("\r\n"),
  );

  expect(rows[0]).toMatchObject({ kind: "header", line: 3, header: { platform: "google" } });
  expect(costsIn(rows)).toEqual([
    {
      ...usual,
      day: "2026-11-02",
      source: "google",
      medium: "cpc",
      keyword: "emergency plumber",
      line: "Emergency / Exact",
      micros: 1_234_560_000,
      clicks: 1020,
      impressions: 30_500,
    },
    expect.objectContaining({ keyword: "plumber berlin", micros: 500_000, clicks: 0, impressions: 4 }),
  ]);
  expect(problemsIn(rows)).toEqual([]);
});

test("Google's Excel file: UTF-16 with tabs", async () => {
  const text = "Tag\nDay\tCampaign\tCurrency code\tCost\n2026-11-02\tFrühling 🛠\tEUR\t1.234,56\n";
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

  expect(costsIn(await read(bytes))).toMatchObject([
    { campaign: "Frühling 🛠", currency: "EUR", micros: 1_234_560_000 },
  ]);
});

test("Microsoft's report: month first, spend, and a line of copyright", async () => {
  const text =
    "Report Name: Campaign\n\nGregorian date,Account name,Campaign name,Ad group,Clicks,Impressions,Spend,Currency code\n" +
    "11/2/2026,Acme,Spring,One,3,90,12.34,USD\n©2026 Microsoft Corporation. All rights reserved.\n";

  expect(await read(text)).toMatchObject([
    { kind: "header", header: { platform: "microsoft" } },
    {
      kind: "cost",
      cost: { day: "2026-11-02", source: "bing", medium: "cpc", line: "Acme / One", micros: 12_340_000 },
    },
  ]);
});

test("Meta's report: the currency stands in the column's name", async () => {
  const text =
    "Reporting starts,Reporting ends,Campaign name,Ad set name,Ad name,Amount spent (EUR),Impressions,Link clicks,Website URL\n" +
    '2026-11-02,2026-11-02,"Spring, warm",Set,Ad,45.1,1000,12,https://plumber.example/offer?utm=1\n';

  expect(costsIn(await read(text))).toEqual([
    {
      day: "2026-11-02",
      source: "facebook",
      medium: "paid_social",
      campaign: "Spring, warm",
      keyword: undefined,
      landingPath: "/offer",
      line: "Set / Ad",
      currency: "EUR",
      micros: 45_100_000,
      clicks: 12,
      impressions: 1000,
    },
  ]);
});

test("any other file: source, medium, campaign and cost, with what is said of all of it", async () => {
  const text = "date;source;campaign;keyword;landing_page;cost\n02.11.2026;Yelp;Spring;pipe;/offer;3,50\n";

  expect(costsIn(await read(text, { currency: "eur", medium: "Listing" }))).toEqual([
    {
      ...usual,
      day: "2026-11-02",
      source: "yelp",
      medium: "listing",
      keyword: "pipe",
      landingPath: "/offer",
      currency: "EUR",
      micros: 3_500_000,
      clicks: 0,
      impressions: 0,
    },
  ]);
});

test("every row that cannot be read is a named problem with its line, and the others count", async () => {
  const text = [
    "date,source,cost,currency,clicks",
    "2026-02-30,google,1,USD,1",
    "3/4/2026,google,1,USD,1",
    "2026-11-02,google,one,USD,1",
    "2026-11-02,google,1,,1",
    "2026-11-02,google,1,DOLLARS,1",
    "2026-11-02,google,1,USD,few",
    "2026-11-02,,1,USD,1",
    "2026-11-02,google,1,USD,1",
    '2026-11-02,"google,1,USD,1',
  ].join("\n");

  const rows = await read(text);

  expect(problemsIn(rows)).toEqual([
    [2, "day_malformed"],
    [3, "day_ambiguous"],
    [4, "amount_malformed"],
    [5, "currency_missing"],
    [6, "currency_malformed"],
    [7, "count_malformed"],
    [8, "source_missing"],
    [expect.any(Number), "csv_malformed"],
  ]);
  expect(costsIn(rows)).toHaveLength(1);
});

test("what is no report says nothing: no header, no file, 40 MB of one line", async () => {
  expect(await read("")).toEqual([]);
  expect(await read("name,phone\nAnn,1\n")).toEqual([]);
  expect(await read(Buffer.alloc(20, 0))).toEqual([]);
  expect(await read(`date,source,cost,currency\n2026-11-02,${"x".repeat(10_000)}\u0000🛠,1,USD\n`)).toMatchObject([
    { kind: "header" },
    { kind: "cost", cost: { source: "x".repeat(500) } },
  ]);
});

const days: [text: string, order: "mdy" | "dmy" | undefined, day: string][] = [
  ["2026-11-02", undefined, "2026-11-02"],
  ["20261102", undefined, "2026-11-02"],
  ["2026/11/02 00:00:00", undefined, "2026-11-02"],
  ["Nov 2, 2026", undefined, "2026-11-02"],
  ["Mon, November 2, 2026", undefined, "2026-11-02"],
  ["2 Nov 2026", undefined, "2026-11-02"],
  ["2.11.2026", undefined, "2026-11-02"],
  ["11/2/2026", "mdy", "2026-11-02"],
  ["2/11/2026", "dmy", "2026-11-02"],
  ["11/22/2026", undefined, "2026-11-22"],
  ["22/11/2026", undefined, "2026-11-22"],
  ["11/11/2026", undefined, "2026-11-11"],
  ["2/11/2026", undefined, "day_ambiguous"],
  ["13/13/2026", undefined, "day_malformed"],
  ["yesterday", undefined, "day_malformed"],
];

test.each(days)("the day %s (%s) is %s", (text, order, day) => {
  expect(readDay(text, order)).toBe(day);
});

const amounts: [text: string, micros: number | undefined][] = [
  ["12.34", 12_340_000],
  ["1,234.56", 1_234_560_000],
  ["1.234,56", 1_234_560_000],
  ["1,234", 1_234_000_000],
  ["3,5", 3_500_000],
  ["0.000001", 1],
  ["$1,234.56", 1_234_560_000],
  ["US$12", 12_000_000],
  ["12,50 €", 12_500_000],
  ["1 234,56", 1_234_560_000],
  ["-5.00", -5_000_000],
  ["\u22125", -5_000_000],
  ["EUR 7", 7_000_000],
  [".5", 500_000],
  ["", undefined],
  ["--", undefined],
  ["twelve", undefined],
  ["1.2.3,4.5", undefined],
  ["9".repeat(30), undefined],
];

test.each(amounts)("the amount %s is %s millionths", (text, micros) => {
  expect(readAmount(text)).toBe(micros);
});
