import type { Command } from "commander";
import { addImportAccount } from "./add-import-account.ts";
import { addImportCalls } from "./add-import-calls.ts";

/** `ringtrail import`: what another system, or another Ringtrail, kept until now. */
export function addImport(program: Command): void {
  const imports = program.command("import").description("take in what another server kept (docs/guides/export.md)");
  addImportAccount(program, imports);
  addImportCalls(program, imports);
}
