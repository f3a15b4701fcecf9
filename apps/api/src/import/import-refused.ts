import type { ImportReason } from "@ringtrail/database";
import { CommandFailure } from "../cli/output.ts";

/** The one place where a reason of an import becomes a sentence. */
export function importRefused({ code, table, line, about }: ImportReason): CommandFailure {
  const at = `${table}.ndjson, line ${line}`;
  switch (code) {
    case "line_malformed":
      return new CommandFailure("export_malformed", `${at} is no JSON object.`, "Export the account again.");
    case "column_unknown":
      return new CommandFailure(
        "export_newer",
        `${at} has the column ${about}, which this version does not know.`,
        "Update Ringtrail here to the version that wrote the export, or a newer one.",
      );
    case "account_foreign":
      return new CommandFailure("export_malformed", `${at} belongs to another account.`, "Export the account again.");
    case "row_refused":
      return new CommandFailure(
        "row_refused",
        `${at} is not taken: it breaks the rule ${about}.`,
        "A rule that ends in _key, _id or _secret means that another account here has the same; take the export in elsewhere.",
      );
  }
}
