import { Option, type Command } from "commander";
import { pathTransforms, type PathTransform } from "@ringtrail/core/attribution";
import { readPaths } from "../paths/read-paths.ts";
import { totalsOfPaths } from "../paths/totals-of-paths.ts";
import { addReplay } from "./add-replay.ts";
import { CommandFailure } from "./output.ts";
import { openInput } from "./read-lines.ts";

interface ModelOptions {
  readonly file: string;
  readonly direct: readonly string[];
  readonly paid?: readonly string[];
  readonly transform: PathTransform;
}

/** `ringtrail attribution`: what the models say, on files of one's own. */
export function addAttribution(program: Command): void {
  const attribution = program.command("attribution").description("try the attribution on files of your own");
  addReplay(attribution);
  attribution
    .command("models")
    .description("print what every model credits to each channel, as JSON")
    .requiredOption("--file <paths.csv>", "columns path (a > b > c), conversions, value, null; - reads stdin")
    .option("--direct <channels>", "channels that are no source, separated by commas", list, ["direct", "(direct)"])
    .option("--paid <channels>", "channels that are paid for (default: whose name begins with paid or is cpc)", list)
    .addOption(
      new Option("--transform <kind>", "which paths the fractional model takes for the same one")
        .choices([...pathTransforms])
        .default("unique"),
    )
    .addHelpText("after", "\nExample:\n  ringtrail attribution models --file paths.csv")
    .action(async ({ file, direct, paid, transform }: ModelOptions) => {
      const read = readPaths(await textOf(file));
      if (!read.ok) {
        const { code, line, detail } = read.why;
        const where = line === undefined ? "" : `Line ${line}: `;
        throw new CommandFailure(code, `${where}${detail}`, "Write the columns path, conversions, value and null.");
      }
      const among = (channels: readonly string[]) => (name: string) =>
        channels.some((channel) => channel.toLowerCase() === name.toLowerCase());
      const isPaid = paid === undefined ? (name: string) => /^paid|^(cpc|ppc)$/i.test(name) : among(paid);
      console.log(JSON.stringify(totalsOfPaths(read.paths, { isDirect: among(direct), isPaid, transform })));
    });
}

async function textOf(file: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await openInput(file)) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces).toString("utf8");
}

function list(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim());
}
