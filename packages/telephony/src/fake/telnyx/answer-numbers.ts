import type { Exchange, FakeNumber } from "../exchange.ts";
import { offerNumbers } from "../offer-numbers.ts";
import { rentNumber } from "../rent-number.ts";
import { replyJson, replyNever, type Reply } from "../reply.ts";
import { pageOf, refuseTelnyx, unknownThing, type AskedBy } from "./asked-by.ts";
import { applicationOf, joinApplication } from "./keep-application.ts";

/** Numbers as Telnyx has them: looked for, ordered, moved to an application, given back. */
export function answerNumbers(exchange: Exchange, asked: AskedBy, kind: string, id: string | undefined): Reply {
  if (kind === "available_phone_numbers") return replyJson(200, { data: offers(exchange, asked.query) });
  if (kind === "number_orders") return order(exchange, asked);
  const own = [...exchange.numbers.values()].filter((number) => number.account === asked.account);
  if (id === undefined) {
    const wanted = asked.query.get("filter[phone_number]");
    const listed = own.filter((number) => wanted === null || number.e164 === wanted);
    return replyJson(200, { data: pageOf(listed, asked.query).map((number) => shown(exchange, number)) });
  }
  const number = own.find((one) => one.sid === id);
  if (number === undefined) return unknownThing;
  if (asked.method === "DELETE") exchange.numbers.delete(number.sid);
  const application = exchange.applications.get(String(asked.json["connection_id"]));
  if (asked.method === "PATCH") {
    if (application?.account !== asked.account) return refuseTelnyx(422, "10015", "connection_id is unknown");
    joinApplication(exchange, number, application);
  }
  return replyJson(200, { data: shown(exchange, number) });
}

function shown(exchange: Exchange, number: FakeNumber): object {
  return {
    id: number.sid,
    record_type: "phone_number",
    phone_number: number.e164,
    status: "active",
    connection_id: applicationOf(exchange, number)?.id ?? null,
  };
}

/** The order is carried out at once; Telnyx may take a moment. */
function order(exchange: Exchange, { account, json }: AskedBy): Reply {
  const [wanted] = Array.isArray(json["phone_numbers"]) ? json["phone_numbers"] : [];
  const fault = exchange.purchaseFaults.shift();
  if (fault === "lost_before") return replyNever;
  const rented = rentNumber(exchange, account, String(wanted?.phone_number ?? ""), {});
  if (fault === "lost_after") return replyNever;
  if (!rented.ok) return refuseTelnyx(422, "85006", rented.reason.code);
  return replyJson(200, { data: { id: `order-${rented.value.sid}`, record_type: "number_order", status: "success" } });
}

interface Offer {
  readonly phone_number: string;
  readonly locality: string;
  readonly region: string;
}

function offers(exchange: Exchange, query: URLSearchParams): readonly object[] {
  const asked = new URLSearchParams({ PageSize: query.get("filter[limit]") ?? "100" });
  const [area, town] = [query.get("filter[national_destination_code]"), query.get("filter[locality]")];
  if (area !== null) asked.set("AreaCode", area);
  if (town !== null) asked.set("InLocality", town);
  const isFree = query.get("filter[phone_number_type]") === "toll_free";
  const country = query.get("filter[country_code]") ?? "US";
  const found = offerNumbers(exchange, { country, kind: isFree ? "TollFree" : "Local", query: asked, uri: "" });
  const { available_phone_numbers: list } = found as { readonly available_phone_numbers: readonly Offer[] };
  return list.map(({ phone_number, locality, region }) => ({
    record_type: "available_phone_number",
    phone_number,
    cost_information: { monthly_cost: isFree ? "2.00" : "1.00", upfront_cost: "0.00", currency: "USD" },
    region_information: [
      { region_type: "rate_center", region_name: locality.toUpperCase() },
      { region_type: "state", region_name: region },
    ],
  }));
}
