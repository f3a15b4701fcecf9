import { createInterface } from "node:readline/promises";
import { sourceKinds } from "@ringtrail/api-contract";
import { CommandFailure } from "../output.ts";
import { must, sayPrice, type Desk } from "./number-desk.ts";
import type { NumberTaken } from "./take-number.ts";

/**
 * The short wizard for a place without page views: where it stands, what to call it, which number. Three questions, the
 * price before the last one. It speaks on stderr, so that the result stands alone on stdout.
 *
 * @throws CommandFailure when an answer makes no sense or nothing is for rent.
 */
export async function askSource(desk: Desk, site: string | undefined): Promise<NumberTaken> {
  const talk = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const answers = talk[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    process.stderr.write(question);
    const { value, done } = await answers.next();
    if (done === true) throw new CommandFailure("answer_missing", "The wizard got no answer.", "Nothing was bought.");
    return value.trim();
  };
  try {
    const kinds = sourceKinds.map(({ label }, nth) => `  ${nth + 1}  ${label}\n`).join("");
    const kind = sourceKinds[Number(await ask(`Where will the number stand?\n${kinds}> `)) - 1];
    if (kind === undefined) throw new CommandFailure("kind_unknown", "That is none of the places.", "Begin again.");
    const name = await ask("What do you call it, such as Spring flyer? (may be empty)\n> ");
    const area = await ask("Which area code? (empty for any)\n> ");
    const connection = await desk.connection();
    const wish = {
      country: "US",
      kind: "local",
      areaCode: area === "" ? undefined : area,
      locality: undefined,
    } as const;
    const found = await desk.world.carrierFor(connection).provider(connection).searchNumbers(wish);
    const offers = found.ok ? found.value.slice(0, 5) : [];
    if (offers.length === 0) {
      must(
        found.ok
          ? { ok: false, reason: { code: "number_not_available" } }
          : { ok: false, reason: { code: "carrier_unreachable" } },
      );
    }
    const listed = offers.map(
      ({ e164, locality, region, price }, nth) =>
        `  ${nth + 1}  ${e164}  ${locality ?? ""} ${region ?? ""}  ${sayPrice(price)}\n`,
    );
    const chosen = offers[Number(await ask(`Which one shall be rented? (empty for none)\n${listed.join("")}> `)) - 1];
    if (chosen === undefined) throw new CommandFailure("none_chosen", "No number was chosen.", "Nothing was bought.");
    const named = name === "" ? {} : { name };
    return { e164: chosen.e164, source: kind.id, yes: true, ...named, ...(site !== undefined && { site }) };
  } finally {
    talk.close();
  }
}
