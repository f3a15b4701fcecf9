import type { Command } from "commander";
import { makeOutput } from "./output.ts";
import { serverVersion } from "./server-version.ts";

/** `ringtrail version`: the version, the same for every package, and the Node that runs it. */
export function addVersion(program: Command): void {
  program
    .command("version")
    .description("print the version")
    .addHelpText("after", "\nExample:\n  ringtrail version --json")
    .action(() => {
      const version = serverVersion();
      makeOutput(program.opts()["json"] === true).result({ version, node: process.versions.node }, [version]);
    });
}
