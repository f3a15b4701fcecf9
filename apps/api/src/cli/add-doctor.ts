import type { Command } from "commander";

/** `ringtrail doctor`: checks this installation, line by line. */
export function addDoctor(program: Command): void {
  program.command("doctor").description("check this installation, line by line");
}
