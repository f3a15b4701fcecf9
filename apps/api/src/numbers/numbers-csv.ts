import type { RentedNumberShown } from "@ringtrail/api-contract";

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

/** Numbers as a spreadsheet (RFC 4180). A cell that a spreadsheet would compute is marked as text. */
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
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  // A phone number begins with a plus too, and is no formula.
  const safe = /^[=\-@\t\r]|^\+(?!\d+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
