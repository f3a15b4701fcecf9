import type { E164, Texting } from "@ringtrail/core";
import type { RentedNumber } from "@ringtrail/core/ports";
import { markNumber } from "../../numbers/mark-number.ts";
import { restNumber } from "../../numbers/release-number.ts";
import { showRented } from "../../show/show-rented.ts";
import { CommandFailure, type Output } from "../output.ts";
import { must, type Desk } from "./number-desk.ts";

/** Lets a number rest. @throws CommandFailure. */
export async function releaseAtDesk(desk: Desk, e164: E164, output: Output): Promise<void> {
  const { number } = await findNumber(desk, e164);
  const rests = must(await restNumber(desk.world, { account: desk.account, number, actor: "cli" }));
  const until = new Date(rests.restsUntil ?? 0).toISOString().slice(0, 10);
  output.result(showRented(rests), [`${e164} rests until ${until}; its calls still reach the business until then.`]);
}

/** Keeps what may be sent to a number besides calls; nothing at all when nothing is named. @throws CommandFailure. */
export async function markAtDesk(desk: Desk, e164: E164, takes: readonly Texting[], output: Output): Promise<void> {
  const { number } = await findNumber(desk, e164);
  const marked = must(await markNumber(desk.world, { account: desk.account, number, actor: "cli", takes }));
  const said = ["calls", ...(marked.takes ?? []).map((each) => words[each])].join(", ");
  output.result(showRented(marked), [`${e164} takes ${said}. Links of other kinds keep the business's own number.`]);
}

const words: Readonly<Record<Texting, string>> = { sms: "text messages", whatsapp: "WhatsApp" };

async function findNumber({ world, account }: Desk, e164: E164): Promise<RentedNumber> {
  const rented = await world.numbers.rented(account);
  const number = rented.find((one) => one.e164 === e164 && one.releasedAt === undefined);
  if (number !== undefined) return number;
  throw new CommandFailure("number_unknown", "The account has no such number.", "See: ringtrail numbers list.");
}
