import type { Instant } from "@ringtrail/core";
import type { ClickIdKind, Conversion, ConversionStep } from "@ringtrail/core/attribution";
import { amountOf, writeCsv } from "../ads/write-csv.ts";
import { fileMoment } from "./google-moment.ts";

/** The last moment is said twice, above the table and in each row: Google asks for one of them and accepts both. */
const parameters = ["Parameters:TimeZone=+0000"];

const braids: readonly (readonly [column: string, kind: ClickIdKind])[] = [
  ["GBRAID", "gbraid"],
  ["WBRAID", "wbraid"],
];

/**
 * The file of Google's template for conversions from clicks. Columns for the ids of iOS clicks are there only when a row
 * has one, so that a file without them is the plain template. Source: Google Ads help 7014069 and its CSV template.
 */
export function writeGoogleConversions(conversions: readonly Conversion[], conversionName: string): string {
  const clicked = conversions.filter(({ click }) => click !== undefined);
  const ids = [
    ["Google Click ID", "gclid"] as const,
    ...braids.filter(([, kind]) => clicked.some(({ click }) => click?.kind === kind)),
  ];
  const header = [
    ...ids.map(([column]) => column),
    "Conversion Name",
    "Conversion Time",
    "Conversion Value",
    "Conversion Currency",
    "Order ID",
    "Ad User Data",
    "Ad Personalization",
  ];
  const rows = clicked.map(({ click, at, worth, id, saidYes }) => [
    ...ids.map(([, kind]) => (click?.kind === kind ? click.id : "")),
    conversionName,
    fileMoment(at),
    worth === undefined ? "" : amountOf(worth.micros),
    worth?.currency ?? "",
    id,
    saidYes ? "Granted" : "",
    // Nobody was asked whether ads may follow them.
    "",
  ]);
  return writeCsv([parameters, header, ...rows]);
}

/** The file of Google's template for adjustments: what a call is worth now, or that it does not count. Help 7686280. */
export function writeGoogleAdjustments(steps: readonly ConversionStep[], conversionName: string, now: Instant): string {
  const header = [
    "Order ID",
    "Conversion Name",
    "Adjustment Time",
    "Adjustment Type",
    "Adjusted Value",
    "Adjusted Value Currency",
  ];
  const rows = steps.flatMap((step): readonly string[][] => {
    if (step.kind === "upload") return [];
    const named = [step.told.id, conversionName, fileMoment(now)];
    if (step.kind === "retract") return [[...named, "RETRACT", "", ""]];
    return [[...named, "RESTATE", amountOf(step.worth.micros), step.worth.currency]];
  });
  return writeCsv([parameters, header, ...rows]);
}
