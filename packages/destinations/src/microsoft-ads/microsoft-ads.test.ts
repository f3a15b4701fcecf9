import { instant } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aCaller, aConversion, aToldConversion } from "../../testing/a-conversion.ts";
import { hashPhone } from "../ads/hash-phone.ts";
import { writeMicrosoftAdjustments, writeMicrosoftConversions } from "./write-microsoft-files.ts";

const click = { kind: "msclkid", id: "f894f652ea334e739002f7167ab8f8e3", at: instant(0) } as const;
const now = instant(Date.UTC(2026, 10, 3, 0, 5, 9));

// Columns and time: the template of Microsoft Advertising, and the example "4/1/2020 6:50:54 PM" on learn.microsoft.com.
test("the file is Microsoft's template, and other platforms' clicks are not in it", () => {
  const file = writeMicrosoftConversions([aConversion({ click }), aConversion()], "Call");

  expect(file.split("\r\n")).toEqual([
    "Parameters:TimeZone=+0000",
    "Microsoft Click ID,Conversion Name,Conversion Time,Conversion Value,Conversion Currency",
    "f894f652ea334e739002f7167ab8f8e3,Call,11/2/2026 12:32:45 PM,1234.50,USD",
    "",
  ]);
});

test("a caller who may be shared is a hash in a column of its own", () => {
  const file = writeMicrosoftConversions([aConversion({ click, caller: aCaller }), aConversion({ click })], "Call");

  const [, header, first, second] = file.split("\r\n");
  expect(header).toMatch(/,Hashed Phone Number$/);
  expect(first).toMatch(new RegExp(`,${hashPhone(aCaller, "e164")}$`));
  expect(second).toMatch(/,USD,$/);
  expect(file).not.toContain("2065550123");
});

// Columns: learn.microsoft.com, Offline Conversion Record - Bulk: an adjustment names the original's name, time and click.
test("adjustments are a bulk file that names the original by its time and click", () => {
  const told = aToldConversion({ click });
  const restated = { kind: "restate", told, worth: { micros: 5_500_000, currency: "EUR" } } as const;

  expect(writeMicrosoftAdjustments([restated, { kind: "retract", told }], "Call", now).split("\r\n")).toEqual([
    "Type,Name,Adjustment Currency Code,Adjustment Time,Adjustment Type,Adjustment Value,Conversion Name,Conversion Time,Microsoft Click Id",
    "Format Version,6.0,,,,,,,",
    `Offline Conversion,,EUR,11/3/2026 12:05:09 AM,Restate,5.50,Call,11/2/2026 12:32:45 PM,${click.id}`,
    `Offline Conversion,,,11/3/2026 12:05:09 AM,Retract,,Call,11/2/2026 12:32:45 PM,${click.id}`,
    "",
  ]);
});
