import { Command } from "commander";
import { addAudit } from "./audit/add-audit.ts";
import { addAttribution } from "./add-attribution.ts";
import { addAsterisk } from "./add-asterisk.ts";
import { addBackup } from "./add-backup.ts";
import { addCall } from "./add-call.ts";
import { addChannel } from "./add-channel.ts";
import { addConsent } from "./consent/add-consent.ts";
import { addCosts } from "./add-costs.ts";
import { addDestinations } from "./destinations/add-destinations.ts";
import { addDoctor } from "./add-doctor.ts";
import { addExport } from "./add-export.ts";
import { addFallback } from "./add-fallback.ts";
import { addGoLive } from "./add-go-live.ts";
import { addImport } from "./import/add-import.ts";
import { addKeys } from "./add-keys.ts";
import { addPool } from "./add-pool.ts";
import { addReport } from "./add-report.ts";
import { addSeed } from "./add-seed.ts";
import { addStart } from "./add-start.ts";
import { addVersion } from "./add-version.ts";
import { addNumbers } from "./numbers/add-numbers.ts";
import { reportFailure } from "./output.ts";
import { serverVersion } from "./server-version.ts";

/** Builds the command line. Each command is one file and adds itself. */
export function makeCommandLine(): Command {
  const program = new Command("ringtrail")
    .description("Open-source call tracking that its users own.")
    .version(serverVersion(), "-V, --version", "print the version")
    .option("--json", "answer as one JSON document on stdout")
    .helpCommand("help [command]", "print what a command does, with examples")
    .showHelpAfterError("(ringtrail help prints all commands)")
    .addHelpText("after", examples);
  addStart(program);
  addCall(program);
  addConsent(program);
  addAudit(program);
  addDoctor(program);
  addKeys(program);
  addExport(program);
  addBackup(program);
  addImport(program);
  addFallback(program);
  addNumbers(program);
  addDestinations(program);
  addGoLive(program);
  addSeed(program);
  addAttribution(program);
  addChannel(program);
  addCosts(program);
  addReport(program);
  addPool(program);
  addAsterisk(program);
  addVersion(program);
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
  const program = makeCommandLine();
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
