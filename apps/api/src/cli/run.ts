import { Command } from "commander";
import { commands } from "./commands.ts";
import { reportFailure } from "./output.ts";
import { serverVersion } from "./server-version.ts";

/**
 * Builds the command line for what was typed. A command is one file and adds itself; only the one that is named is loaded,
 * so that nobody waits for the whole server to read a version. Help and a misspelt word load them all.
 */
export async function makeCommandLine(args: readonly string[]): Promise<Command> {
  const program = new Command("ringtrail")
    .description("Open-source call tracking that its users own.")
    .version(serverVersion(), "-V, --version", "print the version")
    .option("--json", "answer as one JSON document on stdout")
    .helpCommand("help [command]", "print what a command does, with examples")
    .showHelpAfterError("(ringtrail help prints all commands)")
    .addHelpText("after", examples);
  const named = commands.get(args.find((word) => !word.startsWith("-")) ?? "");
  const adders = await Promise.all((named === undefined ? [...commands.values()] : [named]).map((load) => load()));
  for (const add of adders) add(program);
  return program;
}

const examples = `
Examples:
  ringtrail start                                   the server with the demo, on this machine
  ringtrail call +14155550101 --from +12125550188   let the fake carrier ring a number of the demo
  ringtrail doctor                                  check this installation, line by line
  ringtrail consent explain --business US-TX --caller +14155550123
  ringtrail keys create --name reports --scopes calls:read

Settings come from the environment: PORT, HOST, DATA_FOLDER, DATABASE_URL, PUBLIC_URL, FALLBACK_URL,
FALLBACK_FOLDER, TRUSTED_PROXIES, PLACES_FILE, RINGTRAIL_MASTER_KEY, LOG_LEVEL.`;

/** Runs one command. Failures go to stderr as \`code: sentence\`, and the exit code says so. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = await makeCommandLine(args);
  // It may stand anywhere, as people type it.
  const asJson = args.includes("--json");
  try {
    await program.parseAsync([...(asJson ? ["--json"] : []), ...args.filter((word) => word !== "--json")], {
      from: "user",
    });
  } catch (error) {
    reportFailure(error, asJson);
  }
}
