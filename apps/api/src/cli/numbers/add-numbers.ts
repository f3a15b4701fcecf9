import { Argument, type Command } from "commander";
import type { E164, Texting } from "@ringtrail/core";
import { numbersCsv } from "../../numbers/numbers-csv.ts";
import { refusedBy } from "../../numbers/number-world.ts";
import { showRented } from "../../show/show-rented.ts";
import { makeOutput } from "../output.ts";
import { parsePhone } from "../parse-phone.ts";
import { askSource } from "./ask-source.ts";
import { markAtDesk, releaseAtDesk } from "./change-number.ts";
import { atDesk, must, sayPrice, type Desk, type DeskOptions } from "./number-desk.ts";
import { buyAtDesk, importAtDesk, type NumberTaken } from "./take-number.ts";

type Taken = DeskOptions & Omit<NumberTaken, "e164">;

/** `ringtrail numbers …`: find, rent, import, list, mark and give back tracking numbers. */
export function addNumbers(program: Command): void {
  const numbers = program.command("numbers").description("tracking numbers: find, rent, import, list, mark, give back");
  const output = () => makeOutput(program.opts()["json"] === true);
  const phone = (text: string) => parsePhone(text) as E164;
  const command = (name: string, says: string): Command =>
    numbers
      .command(name)
      .description(says)
      .option("--account <name>", "the account; not needed when there is only one")
      .option("--connection <id>", "the carrier connection; not needed when there is only one");
  const purpose = (one: Command): Command =>
    one
      .option("--pool [label]", "for the pool of this target number; not needed when there is only one")
      .option(
        "--slice <channel>",
        "the channel it serves, `paid` for every paid one, `any` for all (default: where the pool needs it most)",
      )
      .option("--source <kind>", "instead: it stands for one source, such as google-business-profile, print, radio")
      .option("--name <words>", "what that source is called, such as Spring flyer")
      .option("--site <key>", "the site; not needed when there is only one");

  command("search", "numbers for rent at the carrier, with their price")
    .option("--country <code>", "ISO 3166", "US")
    .option("--area <code>", "area code, North America only")
    .option("--city <name>", "the town")
    .option("--toll-free", "numbers the called party pays for")
    .option("--mobile", "mobile numbers")
    .addHelpText("after", "\nExample:\n  ringtrail numbers search --area 415")
    .action((options: SearchOptions) => atDesk(output(), options, (desk) => search(desk, options, output())));
  purpose(command("buy", "rent a number; says the price and buys only with --yes"))
    .argument("<number>", "one that search printed", phone)
    .option("--yes", "the price is accepted")
    .addHelpText("after", "\nExample:\n  ringtrail numbers buy +14155550142 --slice paid_search --yes")
    .action((e164: E164, options: Taken) =>
      atDesk(output(), options, (desk) => buyAtDesk(desk, { ...options, e164 }, output())),
    );
  purpose(command("import", "take a number into use that the carrier's account has already"))
    .argument("<number>", "the number", phone)
    .action((e164: E164, options: Taken) =>
      atDesk(output(), options, (desk) => importAtDesk(desk, { ...options, e164 }, output())),
    );
  command("source", "a short wizard: a number for a place without page views")
    .option("--site <key>", "the site; not needed when there is only one")
    .action((options: DeskOptions & { site?: string }) =>
      atDesk(output(), options, async (desk) => buyAtDesk(desk, await askSource(desk, options.site), output())),
    );
  command("list", "every number the account has or had")
    .option("--csv", "as a spreadsheet")
    .action((options: DeskOptions & { csv?: boolean }) =>
      atDesk(output(), options, (desk) => list(desk, options.csv === true, output())),
    );
  command("release", "let a number rest; it goes back to the carrier when its rest is over")
    .argument("<number>", "the number", phone)
    .action((e164: E164, options: DeskOptions) =>
      atDesk(output(), options, (desk) => releaseAtDesk(desk, e164, output())),
    );
  command("takes", "say what a number takes besides calls, so that links of that kind show it; without a word, nothing")
    .argument("<number>", "the number", phone)
    .addArgument(new Argument("[what...]", "what may be sent to it").choices(["sms", "whatsapp"]))
    .addHelpText("after", "\nExample:\n  ringtrail numbers takes +14155550142 sms whatsapp")
    .action((e164: E164, what: readonly Texting[], options: DeskOptions) =>
      atDesk(output(), options, (desk) => markAtDesk(desk, e164, what, output())),
    );
}

type Out = ReturnType<typeof makeOutput>;
type SearchOptions = DeskOptions & {
  country: string;
  area?: string;
  city?: string;
  tollFree?: boolean;
  mobile?: boolean;
};

async function search(
  desk: Desk,
  { country, area, city, tollFree, mobile }: SearchOptions,
  output: Out,
): Promise<void> {
  const connection = await desk.connection();
  const kind = tollFree === true ? "toll_free" : mobile === true ? "mobile" : "local";
  const provider = desk.world.carrierFor(connection).provider(connection);
  const found = await provider.searchNumbers({ country, kind, areaCode: area, locality: city });
  const offers = must(found.ok ? found : { ok: false, reason: refusedBy(found.reason) });
  const lines = offers.map(
    ({ e164, locality, region, price }) => `${e164}  ${sayPrice(price)}  ${locality ?? ""} ${region ?? ""}`,
  );
  output.result({ offers }, lines.length === 0 ? ["The carrier has none of these."] : lines);
}

async function list({ world, account }: Desk, asCsv: boolean, output: Out): Promise<void> {
  const numbers = (await world.numbers.rented(account)).map(showRented);
  if (asCsv) return void process.stdout.write(numbersCsv(numbers));
  const lines = numbers.map(
    ({ e164, state, role, slice, touch }) => `${e164}  ${state.padEnd(8)}  ${role}  ${slice ?? touch?.source ?? ""}`,
  );
  output.result({ numbers }, lines.length === 0 ? ["No numbers yet."] : lines);
}
