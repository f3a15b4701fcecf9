import { problems, type ProblemCode } from "@ringtrail/api-contract";
import type { E164 } from "@ringtrail/core";
import type { CarrierConnection, RentedNumber } from "@ringtrail/core/ports";
import { findPurpose } from "../cli/numbers/find-purpose.ts";
import { sayPrice, type Desk } from "../cli/numbers/number-desk.ts";
import { CommandFailure } from "../cli/output.ts";
import { buyNumber, type NumberWanted } from "../numbers/buy-number.ts";
import { findPlace } from "../numbers/find-place.ts";
import { importNumber } from "../numbers/import-number.ts";
import { refusedBy } from "../numbers/number-world.ts";
import { priceOf } from "../numbers/price-of.ts";
import { done, failed, type Step } from "./step.ts";

/** Which number the walk goes on with. */
export interface NumberWish {
  /** One to import, or to rent where the carrier's account does not have it; undefined takes one that is in use already. */
  readonly number: E164 | undefined;
  /** Where to look for numbers for rent, when none is named and none is in use. */
  readonly area: string | undefined;
  /** The price that was said is accepted: without it nothing is rented. */
  readonly isPriceAccepted: boolean;
}

/** How the step ended, and the number when it ended well. */
export interface NumberStep {
  readonly step: Step;
  readonly number?: RentedNumber;
}

const shown = 5;

/** A number that rings here: one in use, else the one named, imported or rented after its price was accepted. */
export async function takeNumber(desk: Desk, connection: CarrierConnection, wish: NumberWish): Promise<NumberStep> {
  const { world, account } = desk;
  const { number: e164 } = wish;
  const own = (await world.numbers.rented(account)).filter(
    (one) => one.connection === connection.id && one.restsUntil === undefined,
  );
  const has = own.find((one) => e164 === undefined || one.e164 === e164);
  if (has !== undefined) return { step: done("number", `${has.e164} is in use.`), number: has };
  if (e164 === undefined) return { step: await showForRent(desk, connection, wish.area) };
  try {
    const place = await findPlace(world, account, await findPurpose(desk, {}), e164);
    if (!place.ok) return { step: stopped(place.reason.code) };
    const order = { account, connection, e164, place: place.value, rent: undefined, actor: "cli" };
    const imported = await importNumber(world, order);
    if (imported.ok) return { step: done("number", `${e164} was imported and rings here.`), number: imported.value };
    if (imported.reason.code !== "number_not_at_carrier") return { step: stopped(imported.reason.code) };
    return await rentNumber(desk, order, wish.isPriceAccepted);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { step: failed("number", error.message, error.fix) };
  }
}

/** What could be rented, each with its price: nothing is bought that nobody named. */
async function showForRent({ world }: Desk, connection: CarrierConnection, area: string | undefined): Promise<Step> {
  if (area === undefined) {
    const fix = "See what is for rent with --area 415, or name one of the carrier's account with --number.";
    return failed("number", "This account has no number at the carrier yet.", fix);
  }
  const wish = { country: "US", kind: "local", areaCode: area, locality: undefined } as const;
  const found = await world.carrierFor(connection).provider(connection).searchNumbers(wish);
  if (!found.ok) return stopped(refusedBy(found.reason).code);
  const [first] = found.value;
  if (first === undefined)
    return failed("number", `The carrier has nothing for rent in ${area}.`, "Try another --area.");
  const offers = found.value.slice(0, shown).map(({ e164, price }) => `${e164} for ${sayPrice(price)}`);
  const fix = `Rent one: run it again with --number ${first.e164} --yes.`;
  return failed("number", `For rent in ${area}: ${offers.join(", ")}.`, fix);
}

async function rentNumber(desk: Desk, wanted: NumberWanted, isPriceAccepted: boolean): Promise<NumberStep> {
  const { world } = desk;
  const { connection, e164 } = wanted;
  const rent = await priceOf(world, connection, e164);
  if (!rent.ok) return { step: stopped(rent.reason.code) };
  const price = sayPrice(rent.value);
  if (!isPriceAccepted) {
    const says = `The carrier's account does not have ${e164}; renting it costs ${price}. Nothing was bought.`;
    return { step: failed("number", says, "Rent it with --yes, or name another with --number.") };
  }
  const bought = await buyNumber(world, { ...wanted, rent: rent.value });
  if (!bought.ok) return { step: stopped(bought.reason.code) };
  return { step: done("number", `${e164} is yours for ${price} and rings here.`), number: bought.value };
}

/** A reason of ours in the contract's words: one sentence and its way out. */
function stopped(code: ProblemCode): Step {
  return failed("number", problems[code].title, problems[code].fix);
}
