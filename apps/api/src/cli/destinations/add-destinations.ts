import { Option, type Command } from "commander";
import type { DeliveryState } from "@ringtrail/core/ports";
import { showDelivery, showDestination } from "../../show/show-destination.ts";
import { showMoment } from "../../show/show-moment.ts";
import { makeOutput, type Output } from "../output.ts";
import { parseCount } from "../parse-count.ts";
import { addAtDesk, type DestinationTold } from "./add-destination.ts";
import { atDesk, findDestination, must, type Desk } from "./destination-desk.ts";
import { resendAtDesk, testAtDesk, type Resend } from "./send-again.ts";

interface Account {
  readonly account?: string;
}

/** `ringtrail destinations …`: where events of calls are sent, and what came of it. */
export function addDestinations(program: Command): void {
  const destinations = program
    .command("destinations")
    .description("where events of calls are sent: webhooks, mail, Slack");
  const output = (): Output => makeOutput(program.opts()["json"] === true);
  const command = (name: string, says: string): Command =>
    destinations
      .command(name)
      .description(says)
      .option("--account <name>", "the account; not needed when there is only one");

  command("list", "every destination and how it is").action((options: Account) =>
    atDesk(output(), options, (desk) => list(desk, output())),
  );
  command("add", "send events somewhere; a webhook's secret is printed this once")
    .requiredOption("--name <words>", "what it is called")
    .option("--webhook <url>", "an address events are posted to")
    .option("--mail <address>", "a person's mailbox")
    .option("--slack <url>", "Slack's incoming webhook of a channel")
    .option(
      "--events <list>",
      "with commas between (default: call.completed, voicemail; for people notices and the digest too)",
      words,
    )
    .option("--site <key>", "only this site's events")
    .option("--callers", "send a webhook callers' numbers and names too")
    .option(
      "--covered-by <text>",
      "the business associate agreement that covers it: callers of a clinic are told to nobody else",
    )
    .option("--quiet <hours>", "people are told nothing then: 20:00-07:00")
    .option("--time-zone <name>", "whose hours and days, as IANA names it", "UTC")
    .addHelpText(
      "after",
      "\nExamples:\n  ringtrail destinations add --name CRM --webhook https://crm.example.com/hooks" +
        "\n  ringtrail destinations add --name Ann --mail ann@example.com --quiet 20:00-07:00 --time-zone America/Chicago",
    )
    .action((options: Account & DestinationTold) =>
      atDesk(output(), options, (desk) => addAtDesk(desk, options, output())),
    );
  command("test", "send a test and say what was answered; a running server sends it")
    .argument("<destination>", "its id or name")
    .option("--no-wait", "do not wait for the answer")
    .addHelpText("after", "\nExample:\n  ringtrail destinations test CRM")
    .action((word: string, options: Account & { wait: boolean }) =>
      atDesk(output(), options, (desk) => testAtDesk(desk, word, options.wait, output())),
    );
  command("deliveries", "what was sent, newest first; --json shows requests and answers")
    .option("--destination <word>", "only to this one, by its id or name")
    .addOption(new Option("--state <word>", "only these").choices(["waiting", "delivered", "skipped", "dead"]))
    .option("--limit <number>", "how many", parseCount(1, 200), 50)
    .option("--cursor <word>", "go on where the last page ended")
    .addHelpText("after", "\nExample:\n  ringtrail destinations deliveries --state dead")
    .action((options: Account & Wanted) => atDesk(output(), options, (desk) => deliveries(desk, options, output())));
  command("resend", "send one event once more, or everything of a period; events keep their ids")
    .argument("[delivery]", "an id that `deliveries` printed")
    .option("--destination <word>", "instead: everything of a period, to this one")
    .option("--from <time>", "the period's start")
    .option("--before <time>", "the period's end")
    .addHelpText(
      "after",
      "\nExample:\n  ringtrail destinations resend --destination CRM --from 2026-11-25T09:00:00Z --before 2026-11-26T09:00:00Z",
    )
    .action((delivery: string | undefined, options: Account & Omit<Resend, "delivery">) =>
      atDesk(output(), options, (desk) => resendAtDesk(desk, { ...options, delivery }, output())),
    );
}

interface Wanted {
  readonly destination?: string;
  readonly state?: DeliveryState;
  readonly limit: number;
  readonly cursor?: string;
}

const words = (list: string): readonly string[] => list.split(",").map((word) => word.trim());

async function list(desk: Desk, output: Output): Promise<void> {
  const all = (await desk.destinations.destinations(desk.account)).map(showDestination);
  const lines = all.map(
    ({ id, kind, name, isOn, failures, facts }) =>
      `${id}  ${kind.padEnd(7)}  ${name}  ${isOn ? (failures === 0 ? "well" : `${failures} failures in a row`) : "off"}  ${facts.join(",")}`,
  );
  output.result({ destinations: all }, lines.length === 0 ? ["No destinations yet."] : lines);
}

async function deliveries(desk: Desk, { destination, state, limit, cursor }: Wanted, output: Output): Promise<void> {
  const to = destination === undefined ? undefined : (await findDestination(desk, destination)).id;
  const page = must(await desk.destinations.deliveries(desk.account, { cursor, limit, destination: to, state }));
  const lines = page.deliveries.map((one) => {
    const last = one.tries.at(-1);
    const answer = last === undefined ? "not tried yet" : `${last.status ?? last.trouble ?? "taken"}`;
    return `${one.id}  ${showMoment(one.createdAt)}  ${one.state.padEnd(9)}  ${one.fact.kind}  ${answer}`;
  });
  const more = page.next === undefined ? [] : [`More: --cursor ${page.next}`];
  const shown = { deliveries: page.deliveries.map(showDelivery), next: page.next };
  output.result(shown, lines.length === 0 ? ["Nothing like that was sent."] : [...lines, ...more]);
}
