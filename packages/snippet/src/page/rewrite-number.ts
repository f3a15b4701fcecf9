import { splitE164 } from "./number-reader.ts";

/**
 * Writes one number in the way the page wrote another: digit for digit from the right, everything between them kept.
 * Where the two are built differently (another country, another length) the answer is plain E.164.
 */
export function rewriteNumber(written: string, from: string, to: string): string {
  const [country, national] = splitE164(from);
  const [toCountry, toNational] = splitE164(to);
  if (country !== toCountry || national.length !== toNational.length) return to;
  // An encoded space (%20) has digits that are none.
  let at = national.length - written.replace(/%20|\D/g, "").length;
  return written.replace(/%20|\d/g, (old) => (old === "%20" ? old : (toNational[at++] ?? old)));
}
