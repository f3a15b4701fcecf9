import type { Command } from "commander";

/** `ringtrail export`: an account's rows as files. */
export function addExport(program: Command): void {
  program.command("export").description("write an account's data to a folder");
}
