import type { Exchange } from "./exchange.ts";

/** What is searched for, by Twilio's names. */
export interface OfferQuery {
  readonly country: string;
  readonly kind: string;
  readonly query: URLSearchParams;
  readonly uri: string;
}

/** Towns of the fake carrier and their area codes; every other area code has its numbers in Springfield. */
const towns: ReadonlyMap<string, readonly [locality: string, region: string]> = new Map([
  ["415", ["San Francisco", "CA"]],
  ["212", ["New York", "NY"]],
  ["206", ["Seattle", "WA"]],
  ["512", ["Austin", "TX"]],
]);

/** Numbers kept free for fiction (555-0100 to 555-0199) that nobody has rented; none outside North America. */
export function offerNumbers(exchange: Exchange, { country, kind, query, uri }: OfferQuery): object {
  const codes = kind === "TollFree" ? ["888"] : codesFor(query);
  const most = Math.min(100, Number(query.get("PageSize") ?? 50) || 50);
  const free = country === "US" || country === "CA" ? codes.flatMap(fictional) : [];
  return {
    available_phone_numbers: free
      .filter((e164) => exchange.numberOf(e164) === undefined)
      .slice(0, most)
      .map((e164) => describeOffer(e164, country)),
    uri,
  };
}

function codesFor(query: URLSearchParams): readonly string[] {
  const [code, locality] = [query.get("AreaCode"), query.get("InLocality")?.toLowerCase()];
  const inTown = [...towns].filter(([, [name]]) => locality === undefined || name.toLowerCase() === locality);
  const known = inTown.map(([area]) => area);
  if (code === null) return known;
  return locality === undefined || known.includes(code) ? [code] : [];
}

function fictional(area: string): readonly string[] {
  return Array.from({ length: 100 }, (_, nth) => `+1${area}55501${String(nth).padStart(2, "0")}`);
}

function describeOffer(e164: string, country: string): object {
  const [locality, region] = towns.get(e164.slice(2, 5)) ?? ["Springfield", "IL"];
  return {
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    friendly_name: e164,
    iso_country: country,
    lata: null,
    latitude: null,
    locality,
    longitude: null,
    phone_number: e164,
    postal_code: null,
    rate_center: null,
    region,
  };
}

/** A country's prices as Twilio's price list shows them. */
export function priceList(country: string): object {
  const price = (type: string, amount: string) => ({ number_type: type, base_price: amount, current_price: amount });
  return {
    country: country === "CA" ? "Canada" : "United States",
    iso_country: country,
    phone_number_prices: [price("local", "1.15"), price("toll free", "2.15")],
    price_unit: "USD",
    url: `/v1/PhoneNumbers/Countries/${country}`,
  };
}
