import { __ } from "@wordpress/i18n";

/** What a declared place is of a caller; a kind of a newer server reads as the stricter one. */
export function kindWords(kind: string): string {
  return kind === "declared" ? __("Is in", "ringtrail") : __("Is billed in", "ringtrail");
}
