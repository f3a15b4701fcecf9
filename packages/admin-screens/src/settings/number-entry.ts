/** What stands in a field for a whole number: the number, nothing, or something else. */
export type NumberEntry = number | undefined | "wrong";

/** Reads a field that may be left empty. `wrong` is what is no whole number within the bounds. */
export function readNumberEntry(text: string, least: number, most: number): NumberEntry {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return number >= least && number <= most ? number : "wrong";
}

/** A number as a field shows it. */
export function writeNumberEntry(number: number | undefined): string {
  return number === undefined ? "" : String(number);
}
