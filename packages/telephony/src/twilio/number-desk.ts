import { err, ok, type E164, type Result } from "@ringtrail/core";
import type { CarrierFault, CarrierNumber, CarrierProvider, NumberAddresses } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import type { Outside, Question } from "./ask-api.ts";
import { readAnswer, readDeletion } from "./read-answer.ts";
import { isRow, readNumberRow, readPage } from "./read-list.ts";
import { numberForm } from "./route-number.ts";
import { searchNumbers } from "./search-numbers.ts";

type Ask = (question: Question) => Promise<Result<Response, CarrierFault>>;
type Desk = Pick<CarrierProvider, "searchNumbers" | "findNumber" | "buyNumber" | "releaseNumber" | "routeNumber">;

/** How often and how far apart a lost purchase is looked for. */
const looks = 3;
const betweenLooksMs = 1_000;

/** Finding, renting, setting and giving back numbers. */
export function numberDesk(ask: Ask, connection: ProviderConnection, outside: Outside): Desk {
  const setNumber = async (path: string, form: URLSearchParams): Promise<Result<CarrierNumber, CarrierFault>> => {
    const answer = await readAnswer(ask({ method: "POST", path, form }), (body) =>
      isRow(body) ? readNumberRow(body) : undefined,
    );
    if (!answer.ok) return answer;
    return answer.value === undefined ? err({ code: "carrier_unknown_thing" }) : ok(answer.value);
  };
  const findNumber = async (e164: E164): Promise<Result<CarrierNumber | undefined, CarrierFault>> => {
    const path = `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(e164)}`;
    const page = await readAnswer(ask({ method: "GET", path }), (body) =>
      readPage(body, "incoming_phone_numbers", readNumberRow),
    );
    return page.ok ? ok(page.value.items.find((number) => number.e164 === e164)) : page;
  };
  return {
    searchNumbers: (wish) => searchNumbers(ask, connection, wish),
    findNumber,
    async buyNumber(e164, addresses) {
      const bought = await setNumber("/IncomingPhoneNumbers.json", purchaseForm(e164, addresses));
      return bought.ok || !mayBeDone(bought.reason) ? bought : lookFor(findNumber, e164, outside);
    },
    releaseNumber: async (ref) => readDeletion(await ask({ method: "DELETE", path: numberPath(ref) })),
    routeNumber: (ref, addresses) => setNumber(numberPath(ref), numberForm(addresses)),
  };
}

function numberPath(ref: string): string {
  return `/IncomingPhoneNumbers/${encodeURIComponent(ref)}.json`;
}

function purchaseForm(e164: E164, addresses: NumberAddresses): URLSearchParams {
  const form = numberForm(addresses);
  form.set("PhoneNumber", e164);
  return form;
}

/** A refusal was not carried out. A lost answer or a fault of the carrier's own may have been. */
function mayBeDone(fault: CarrierFault): boolean {
  return fault.code === "carrier_unreachable" || (fault.code === "carrier_refused" && fault.status >= 500);
}

/** The purchase is confirmed by the list, never by a second purchase: that would rent and bill a number twice. */
async function lookFor(
  find: (e164: E164) => Promise<Result<CarrierNumber | undefined, CarrierFault>>,
  e164: E164,
  outside: Outside,
): Promise<Result<CarrierNumber, CarrierFault>> {
  for (let look = 0; look < looks; look += 1) {
    if (look > 0) await outside.wait(betweenLooksMs);
    const found = await find(e164);
    if (found.ok && found.value !== undefined) return ok(found.value);
  }
  return err({ code: "carrier_unsure" });
}
