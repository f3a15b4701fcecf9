import { __ } from "@wordpress/i18n";

/** What a row of a report is about. */
interface RowNamed {
  readonly kind: "named" | "unnamed" | "returning" | "nobody";
  readonly name?: string | undefined;
}

/** A row's name as people read it; `says` is what a named row's name is called. */
export function rowWords({ kind, name }: RowNamed, says: (name: string) => string = (said) => said): string {
  switch (kind) {
    case "named":
      return says(name ?? "");
    case "unnamed":
      return __("Not told", "ringtrail");
    case "returning":
      return __("Called before", "ringtrail");
    case "nobody":
      return __("No visit we know", "ringtrail");
  }
}
