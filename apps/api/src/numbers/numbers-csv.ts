import type { RentedNumberShown } from "@ringtrail/api-contract";
import { csvText } from "../csv/csv-text.ts";

const columns = [
  "number",
  "state",
  "role",
  "channel",
  "source",
  "medium",
  "campaign",
  "slice",
  "monthly",
  "currency",
  "rests_until",
  "released_at",
  "id",
] as const;

/** Numbers as a spreadsheet (RFC 4180). */
export function numbersCsv(numbers: readonly RentedNumberShown[]): string {
  const rows = numbers.map(({ e164, state, role, touch, slice, monthly, restsUntil, releasedAt, id }) => [
    e164,
    state,
    role,
    touch?.channel ?? "",
    touch?.source ?? "",
    touch?.medium ?? "",
    touch?.campaign ?? "",
    slice ?? "",
    monthly === undefined ? "" : (monthly.cents / 100).toFixed(2),
    monthly?.currency ?? "",
    restsUntil ?? "",
    releasedAt ?? "",
    id,
  ]);
  return csvText([columns, ...rows]);
}
