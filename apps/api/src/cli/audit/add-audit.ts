import type { Command } from "commander";
import { addVerifyAudit } from "./add-verify-audit.ts";

/** `ringtrail audit`: is what was written down of who did what still what was written down. */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("who did what: the log of every account, and whether it is whole");
  addVerifyAudit(program, audit);
}
