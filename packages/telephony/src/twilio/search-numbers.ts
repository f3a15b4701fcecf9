import { ok, parseE164, type Result } from "@ringtrail/core";
import type { CarrierFault, MonthlyPrice, NumberWish, OfferedNumber } from "../carrier-provider.ts";
import type { ProviderConnection } from "../carrier.ts";
import type { Question } from "./ask-api.ts";
import { readAnswer } from "./read-answer.ts";
import { isRow, readPage, text, type Row } from "./read-list.ts";

type Ask = (question: Question) => Promise<Result<Response, CarrierFault>>;

const kinds = { local: "Local", toll_free: "TollFree", mobile: "Mobile" } as const;
/** What Twilio's price list calls them. */
const priceNames = { local: "local", toll_free: "toll free", mobile: "mobile" } as const;

/** Numbers for rent that can take calls, each with the country's price for its kind. */
export async function searchNumbers(
  ask: Ask,
  connection: ProviderConnection,
  wish: NumberWish,
): Promise<Result<readonly OfferedNumber[], CarrierFault>> {
  const query = new URLSearchParams({ PageSize: "30", VoiceEnabled: "true" });
  if (wish.areaCode !== undefined) query.set("AreaCode", wish.areaCode);
  if (wish.locality !== undefined) query.set("InLocality", wish.locality);
  query.sort();
  const country = encodeURIComponent(wish.country.toUpperCase());
  const path = `/AvailablePhoneNumbers/${country}/${kinds[wish.kind]}.json?${query}`;
  const [offered, price] = await Promise.all([
    readAnswer(ask({ method: "GET", path }), (body) => readPage(body, "available_phone_numbers", readOffer)),
    priceOf(ask, connection, country, wish.kind),
  ]);
  return offered.ok ? ok(offered.value.items.map((offer) => ({ ...offer, price }))) : offered;
}

function readOffer(row: Row): Omit<OfferedNumber, "price"> | undefined {
  const e164 = parseE164(text(row, "phone_number") ?? "");
  return e164.ok ? { e164: e164.value, locality: text(row, "locality"), region: text(row, "region") } : undefined;
}

/** Twilio keeps its prices on a host of its own. A price that cannot be had is no reason to show no numbers. */
async function priceOf(
  ask: Ask,
  { apiBase }: ProviderConnection,
  country: string,
  kind: NumberWish["kind"],
): Promise<MonthlyPrice | undefined> {
  const base = apiBase.replace(/\/+$/, "").replace("//api.", "//pricing.");
  const answer = await readAnswer(
    ask({ method: "GET", path: `${base}/v1/PhoneNumbers/Countries/${country}` }),
    (body) => (isRow(body) ? readPrice(body, kind) : undefined),
  );
  return answer.ok ? answer.value : undefined;
}

function readPrice(body: Row, kind: NumberWish["kind"]): MonthlyPrice | undefined {
  const prices = Array.isArray(body["phone_number_prices"]) ? body["phone_number_prices"].filter(isRow) : [];
  const found = prices.find((price) => text(price, "number_type") === priceNames[kind]);
  const [amount, currency] = [Number(found && text(found, "current_price")), text(body, "price_unit")];
  return Number.isFinite(amount) && currency !== undefined ? { cents: Math.round(amount * 100), currency } : undefined;
}
