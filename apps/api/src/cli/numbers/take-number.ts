import type { E164 } from "@ringtrail/core";
import { buyNumber, type NumberWanted } from "../../numbers/buy-number.ts";
import { findPlace } from "../../numbers/find-place.ts";
import { importNumber } from "../../numbers/import-number.ts";
import { priceOf } from "../../numbers/price-of.ts";
import { showRented } from "../../show/show-rented.ts";
import { CommandFailure, type Output } from "../output.ts";
import { findPurpose, type PurposeOptions } from "./find-purpose.ts";
import { must, sayPrice, type Desk } from "./number-desk.ts";

/** A number somebody takes into use from the command line. */
export interface NumberTaken extends PurposeOptions {
  readonly e164: E164;
  /** Without it the price is said and nothing is bought. */
  readonly yes?: boolean;
}

/** Rents a number after its price was accepted. @throws CommandFailure. */
export async function buyAtDesk(desk: Desk, taken: NumberTaken, output: Output): Promise<void> {
  const wanted = await readWanted(desk, taken);
  const rent = must(await priceOf(desk.world, wanted.connection, taken.e164));
  if (taken.yes !== true) {
    throw new CommandFailure(
      "price_not_accepted",
      `${taken.e164} costs ${sayPrice(rent)}. Nothing was bought.`,
      "Repeat the command with --yes to rent it.",
    );
  }
  const number = must(await buyNumber(desk.world, { ...wanted, rent }));
  output.result(showRented(number), [`${number.e164} is yours for ${sayPrice(rent)}, and its calls ring here.`]);
}

/** Takes a number into use that the carrier's account has already. @throws CommandFailure. */
export async function importAtDesk(desk: Desk, taken: NumberTaken, output: Output): Promise<void> {
  const number = must(await importNumber(desk.world, await readWanted(desk, taken)));
  output.result(showRented(number), [`${number.e164} is in use, and its calls ring here.`]);
}

async function readWanted(desk: Desk, { e164, ...purpose }: NumberTaken): Promise<NumberWanted> {
  const { world, account } = desk;
  const place = must(await findPlace(world, account, await findPurpose(desk, purpose), e164));
  return { account, e164, place, connection: await desk.connection(), rent: undefined, actor: "cli" };
}
