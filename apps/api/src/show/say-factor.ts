import type { Factor } from "@ringtrail/core/attribution";

/** A reason of a candidate in an English sentence. The screens have their own words in other languages. */
export function sayFactor({ name, fact, weight }: Factor): string {
  switch (name) {
    case "shown_ago":
      return `Was shown the number ${length(fact)} before the ring.`;
    case "tel_tap":
      return fact === false ? "Did not tap the number." : `Tapped the number ${length(fact)} before the ring.`;
    case "copied":
      return `Copied the number ${length(fact)} before the ring.`;
    case "still_on_page":
      return weight >= 1
        ? "Was still on the page when the phone rang."
        : `Gave its last sign of life ${length(fact)} before the ring.`;
    case "same_region":
      return fact === false
        ? "The caller's number is from another region than the visit."
        : "The caller's number is from the visit's region.";
    case "source_number":
      return "The number stands for one source alone.";
    case "sole_holder":
      return "No other visit was shown this number.";
  }
}

/** Milliseconds in the largest unit that fits; anything else as it is. */
function length(fact: Factor["fact"]): string {
  if (typeof fact !== "number") return "some time";
  const seconds = Math.max(0, Math.round(fact / 1000));
  if (seconds < 120) return count(seconds, "second");
  if (seconds < 7_200) return count(Math.round(seconds / 60), "minute");
  if (seconds < 172_800) return count(Math.round(seconds / 3_600), "hour");
  return count(Math.round(seconds / 86_400), "day");
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
