import { instant, minute, parseId, type CallId } from "@ringtrail/core";
import type { Stores } from "@ringtrail/database";
import type { Command } from "commander";
import { agreeToGlass, lookThroughGlass, openGlass } from "../../healthcare/break-glass.ts";
import { newId } from "../../new-id.ts";
import { makeOutput, type Output } from "../output.ts";
import { parseCount } from "../parse-count.ts";
import { withStorage } from "../with-storage.ts";
import { findAsker, type AskerTold } from "./find-asker.ts";
import { glassFailure } from "./glass-failure.ts";

/** `ringtrail break-glass`: by which way one caller of a clinic came. Every step is logged, and the owners are told. */
export function addBreakGlass(program: Command): void {
  const glass = program
    .command("break-glass")
    .description("healthcare mode: learn which way one caller came; logged, for a reason, and not for long")
    .addHelpText("after", examples);
  const output = () => makeOutput(program.opts()["json"] === true);
  asking(glass, "open", "ask to look: who, why, and for how long")
    .requiredOption("--reason <text>", "why, so that somebody else can judge it later")
    .option("--minutes <number>", "how long, at most 60", parseCount(1, 60), 15)
    .action((told: AskerTold & { reason: string; minutes: number }) => open(output(), told));
  asking(glass, "agree", "agree to somebody else's opening, where a second person is wanted")
    .requiredOption("--opening <id>", "which")
    .action((told: AskerTold & { opening: string }) => agree(output(), told));
  asking(glass, "look", "look at one call, within an opening of one's own")
    .requiredOption("--opening <id>", "which")
    .requiredOption("--call <id>", "the call's id, as the call page shows it")
    .action((told: AskerTold & { opening: string; call: string }) => look(output(), told));
}

const examples = `
Examples:
  ringtrail break-glass open --who ann@clinic.example --reason "A patient asks what we know of her"
  ringtrail break-glass agree --who bob@clinic.example --opening 0199…
  ringtrail break-glass look --who ann@clinic.example --opening 0199… --call 5f0c…`;

function asking(glass: Command, name: string, says: string): Command {
  return glass
    .command(name)
    .description(says)
    .requiredOption("--who <e-mail>", "who asks: somebody of the account, whose role counts")
    .option("--account <name>", "the account; not needed when there is only one");
}

function groundOf(stores: Stores) {
  return { ...stores, newId, now: () => instant(Date.now()) };
}

async function open(output: Output, told: AskerTold & { reason: string; minutes: number }): Promise<void> {
  const opened = await withStorage(output, async (stores) => {
    const wish = { reason: told.reason, lengthMs: told.minutes * minute };
    return openGlass(groundOf(stores), await findAsker(stores, told), wish);
  });
  if (!opened.ok) throw glassFailure(opened.reason.code);
  const { id, until, needsSecond } = opened.value;
  const next = needsSecond
    ? "Somebody else must agree: ringtrail break-glass agree"
    : "Look: ringtrail break-glass look";
  const ends = new Date(until).toISOString();
  output.result({ opening: id, until: ends, needsSecond }, [`Open until ${ends}: ${id}`, next]);
}

async function agree(output: Output, told: AskerTold & { opening: string }): Promise<void> {
  const id = openingOf(told.opening);
  const agreed = await withStorage(output, async (stores) =>
    agreeToGlass(groundOf(stores), await findAsker(stores, told), id),
  );
  if (!agreed.ok) throw glassFailure(agreed.reason.code);
  output.result({ opening: told.opening, agreed: true }, ["Agreed, and written down."]);
}

async function look(output: Output, told: AskerTold & { opening: string; call: string }): Promise<void> {
  const id = openingOf(told.opening);
  const call = parseId<CallId>(told.call);
  if (!call.ok) throw glassFailure("call_malformed");
  const seen = await withStorage(output, async (stores) =>
    lookThroughGlass(groundOf(stores), await findAsker(stores, told), { id, call: call.value }),
  );
  if (!seen.ok) throw glassFailure(seen.reason.code);
  const [channel, source, medium, campaign, keyword] = seen.value.way ?? [];
  const way = { channel, source, medium, campaign, keyword };
  const lines = Object.entries(way).flatMap(([name, value]) => (value ? [`${name.padEnd(9)} ${value}`] : []));
  output.result(way, lines.length === 0 ? ["Nothing is kept of how this call came."] : lines);
}

function openingOf(text: string): string {
  const id = parseId<CallId>(text);
  if (!id.ok) throw glassFailure("glass_not_open");
  return id.value;
}
