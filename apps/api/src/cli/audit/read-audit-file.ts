import { statSync } from "node:fs";
import path from "node:path";
import type { AuditLink } from "@ringtrail/core";
import { z } from "zod";
import { readExportRows } from "../chain/read-export-rows.ts";
import { CommandFailure } from "../output.ts";

/** What every entry has; its hash covers all of it. */
const EntryShape = z.object({
  sequence: z.number().int().positive(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  previousHash: z.string(),
  hash: z.string(),
});

/**
 * The audit log of an export: its folder, or its `audit_log.ndjson`. Needs no server and no database.
 *
 * @throws CommandFailure for what is neither.
 */
export async function* readAuditFile(given: string): AsyncGenerator<AuditLink> {
  const found = statSync(given, { throwIfNoEntry: false });
  const file = found?.isDirectory() ? path.join(given, "audit_log.ndjson") : given;
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new CommandFailure("audit_file_unreadable", `There is no ${file}.`, "Check the path.");
  }
  const malformed = () => {
    const fix = "Name an export's folder or its audit_log.ndjson.";
    return new CommandFailure("audit_file_malformed", `${file} holds no audit log.`, fix);
  };
  for await (const row of readExportRows(file, malformed)) {
    const entry = EntryShape.safeParse(row);
    if (!entry.success) throw malformed();
    yield entry.data as AuditLink;
  }
}
