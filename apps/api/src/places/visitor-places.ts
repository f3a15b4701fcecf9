import type { VisitRegion } from "@ringtrail/core/attribution";

/** Who asks, as far as their place may be told from it. */
export interface PlaceAsked {
  /** The client's network address; it is looked up and forgotten. */
  readonly address: string | undefined;
  /** A header that a trusted proxy wrote; undefined when there is none, or nobody we trust could have written it. */
  readonly header: (name: string) => string | undefined;
}

/** Where visitors are: a port, because everybody has another source of it, and most have none. */
export interface VisitorPlaces {
  /** Undefined when nobody knows. Never waits. */
  regionOf(asked: PlaceAsked): VisitRegion | undefined;
}

/** A country is nearly always right; a state or province is one of those around it in one of five cases. */
const countryCertainty = 0.97;
const partCertainty = 0.8;

/**
 * A place in the words in which a visit's region is compared with a caller's, with how often such an answer is right:
 * states and provinces in the United States and Canada, countries elsewhere. Undefined for what is no place: `XX`, `T1`.
 */
export function regionFrom(country: string | undefined, part: string | undefined): VisitRegion | undefined {
  const code = country?.trim().toUpperCase() ?? "";
  // User-assigned codes of ISO 3166 stand for "unknown" or a continent; all but Kosovo's.
  if (!/^[A-Z]{2}$/.test(code) || /^(A[AP]|EU|X[A-JL-Z]|Q[M-Z]|ZZ)$/.test(code)) return undefined;
  if (code !== "US" && code !== "CA") return { code, certainty: countryCertainty };
  const inside = part
    ?.trim()
    .toUpperCase()
    .replace(/^(US|CA)-?(?=[A-Z]{2}$)/, "");
  return inside !== undefined && /^[A-Z]{2}$/.test(inside)
    ? { code: `${code}-${inside}`, certainty: partCertainty }
    : undefined;
}
