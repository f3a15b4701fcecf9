/** Writes rows as CSV (RFC 4180). A cell that a spreadsheet would compute is marked as text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  // An amount begins with a minus too, and is no formula.
  const safe = /^[=@\t\r]|^[-+](?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An amount with a point, as short as it is exact. */
export function amountOf(micros: number): string {
  const text = (micros / 1e6).toFixed(6).replace(/0+$/, "");
  const [whole = "0", part = ""] = text.split(".");
  return `${whole}.${part.padEnd(2, "0")}`;
}
