import { Recipient } from "@ringtrail/core/healthcare";
import type { Stores } from "@ringtrail/database";
import { CommandFailure } from "../cli/output.ts";
import type { ExportOrder } from "./export-account.ts";

/** Lets a folder in that would hold callers: of an account with a clinic only with an agreement. @throws CommandFailure. */
export async function admitFolder(
  { directory }: Pick<Stores, "directory">,
  { account, folder, care, coveredBy }: Pick<ExportOrder, "account" | "folder" | "care" | "coveredBy">,
): Promise<Recipient> {
  const isHealthcare = care && (await directory.sitesOf(account)).some((site) => site.isHealthcare === true);
  const admitted = Recipient.admit({ kind: "export", name: folder, isHealthcare, coveredBy });
  if (admitted.ok) return admitted.value;
  throw new CommandFailure(
    "export_uncovered",
    "A clinic's callers go to nobody whom no agreement covers.",
    'Name it: --covered-by "Example Inc., 2026-03-01", or "our own disk" where the folder stays with you.',
  );
}
