import type { Instant } from "@ringtrail/core";
import type { Conversion, ConversionStep } from "@ringtrail/core/attribution";
import { hashPhone } from "../ads/hash-phone.ts";
import { amountOf, writeCsv } from "../ads/write-csv.ts";

/**
 * The file of Microsoft's template for offline conversions, with the column for hashed numbers only when a row has one.
 * Source: the template of Microsoft Advertising ("Parameters:TimeZone", HHMM) and learn.microsoft.com, OfflineConversion.
 */
export function writeMicrosoftConversions(conversions: readonly Conversion[], conversionName: string): string {
  const clicked = conversions.filter(({ click }) => click?.kind === "msclkid");
  const withCaller = clicked.some(({ caller }) => caller !== undefined);
  const header = [
    "Microsoft Click ID",
    "Conversion Name",
    "Conversion Time",
    "Conversion Value",
    "Conversion Currency",
    ...(withCaller ? ["Hashed Phone Number"] : []),
  ];
  const rows = clicked.map(({ click, at, worth, caller }) => [
    click?.id ?? "",
    conversionName,
    microsoftMoment(at),
    worth === undefined ? "" : amountOf(worth.micros),
    worth?.currency ?? "",
    ...(withCaller ? [caller === undefined ? "" : hashPhone(caller, "e164")] : []),
  ]);
  return writeCsv([["Parameters:TimeZone=+0000"], header, ...rows]);
}

/**
 * Adjustments as a bulk file: Microsoft names a conversion by its name, time and click. Source: learn.microsoft.com,
 * Offline Conversion Record - Bulk (Format Version 6.0, Restate and Retract).
 */
export function writeMicrosoftAdjustments(
  steps: readonly ConversionStep[],
  conversionName: string,
  now: Instant,
): string {
  const header = [
    "Type",
    "Name",
    "Adjustment Currency Code",
    "Adjustment Time",
    "Adjustment Type",
    "Adjustment Value",
    "Conversion Name",
    "Conversion Time",
    "Microsoft Click Id",
  ];
  const rows = steps.flatMap((step): readonly string[][] => {
    if (step.kind === "upload") return [];
    const original = [conversionName, microsoftMoment(step.told.at), step.told.click?.id ?? ""];
    const worth = step.kind === "restate" ? step.worth : undefined;
    const type = worth === undefined ? "Retract" : "Restate";
    const value = worth === undefined ? "" : amountOf(worth.micros);
    return [["Offline Conversion", "", worth?.currency ?? "", microsoftMoment(now), type, value, ...original]];
  });
  return writeCsv([header, ["Format Version", "6.0", "", "", "", "", "", "", ""], ...rows]);
}

/** `4/1/2020 6:50:54 PM`, in UTC. */
function microsoftMoment(at: Instant): string {
  const date = new Date(at);
  const hours = date.getUTCHours();
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const time = `${hours % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${time} ${hours < 12 ? "AM" : "PM"}`;
}
