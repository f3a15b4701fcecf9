import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { AccountId, Instant } from "@ringtrail/core";
import type { RuleSet } from "@ringtrail/core/consent";
import type { Stores } from "@ringtrail/database";
import type { Progress } from "../open-storage.ts";
import { admitFolder } from "./admit-folder.ts";
import { exportCare, type WrittenCare } from "./export-care.ts";
import { exportSounds } from "./export-sounds.ts";
import { makeEmptyFolder } from "./make-empty-folder.ts";
import { writeLines, type WrittenFile } from "./write-lines.ts";

/** What is exported, and where to. */
export interface ExportOrder {
  readonly account: AccountId;
  /** Made if absent; refused when it holds anything. */
  readonly folder: string;
  /** With callers, recordings and their sound. */
  readonly care: boolean;
  /** With the care side of a clinic: the agreement that covers whoever gets the folder. */
  readonly coveredBy?: string | undefined;
  readonly now: Instant;
  /** Who asked, for the audit log. */
  readonly actor: string;
  /** The version of Ringtrail that writes. */
  readonly version: string;
  /** Names places in certificates; undefined leaves their codes. */
  readonly law: RuleSet | undefined;
}

/** What was written. Kept as `manifest.json`, last: a folder without it is an export that broke off. */
export interface ExportManifest extends Partial<Omit<WrittenCare, "files">> {
  readonly format: "ringtrail-export/1";
  readonly version: string;
  readonly account: AccountId;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly care: boolean;
  readonly files: readonly (WrittenFile & { readonly rows: number })[];
  /** The account's own announcements, each as it was uploaded: the file's hash is the name proofs give it. */
  readonly announcements: readonly WrittenFile[];
}

/** Writes one account as NDJSON, one file a table, all as they were at one instant. @throws CommandFailure. */
export async function exportAccount(
  stores: Pick<
    Stores,
    "directory" | "accounts" | "openExport" | "sounds" | "vault" | "calls" | "care" | "pools" | "proofs"
  >,
  order: ExportOrder,
  progress: Progress,
): Promise<ExportManifest> {
  const { account, folder, care, now } = order;
  const recipient = await admitFolder(stores, order);
  await makeEmptyFolder(folder, "export_folder_not_empty");
  const action = care ? "account.export_with_care" : "account.export";
  // Before anything leaves: a copy that broke off was a copy all the same.
  await stores.accounts.audit(account, {
    actor: order.actor,
    action,
    object: account,
    at: now,
    facts: { care, ...(order.coveredBy && { coveredBy: order.coveredBy }) },
  });
  const opened = await stores.openExport(account, care);
  try {
    const files: ExportManifest["files"][number][] = [];
    for (const { name, lines } of opened.files) {
      progress(`writing ${name}`);
      files.push(await writeLines(folder, `${name}.ndjson`, lines()));
    }
    const announcements = await exportSounds(stores.sounds, account, folder);
    if (opened.care !== undefined) progress("writing callers and recordings");
    const proofGround = { stores, ground: { law: order.law, now, version: order.version } };
    const written =
      opened.care && (await exportCare(opened.care, { account, vault: stores.vault, folder, proofGround, recipient }));
    const manifest: ExportManifest = {
      format: "ringtrail-export/1",
      version: order.version,
      account,
      exportedAt: new Date(now).toISOString(),
      care,
      files: [...files, ...(written?.files ?? [])],
      announcements,
      ...(written && { sounds: written.sounds, proofs: written.proofs, soundsMissing: written.soundsMissing }),
    };
    await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    await opened.close();
  }
}
