import { err, ok, type E164, type Result } from "@ringtrail/core";
import type { Outside } from "../ask-patiently.ts";
import type { CarrierFault, CarrierNumber, CarrierProvider, NumberAddresses } from "../carrier-provider.ts";
import { type Row } from "../twilio/read-list.ts";
import { dataOf, type Question } from "./ask-api.ts";
import { idOf, readApplication, readNumber, readOffer, type Application } from "./read-rows.ts";

type AskJson = (question: Question) => Promise<Result<Row, CarrierFault>>;
type Desk = Pick<
  CarrierProvider,
  "searchNumbers" | "findNumber" | "buyNumber" | "releaseNumber" | "routeNumber" | "listNumbers"
>;

/** How often and how far apart an order is looked for: Telnyx carries it out after it has answered. */
const [looks, betweenLooksMs] = [5, 1_000];
const pageSize = 100;

/** Finding, renting, setting and giving back numbers. */
export function numberDesk(ask: AskJson, outside: Outside): Desk {
  const applications = async (): Promise<Result<readonly Application[], CarrierFault>> => {
    const all: Application[] = [];
    for (let page = 1; ; page += 1) {
      const listed = await ask({ method: "GET", path: `/texml_applications?${paging(page)}` });
      if (!listed.ok) return listed;
      const rows = dataOf(listed.value);
      all.push(...rows.flatMap((row) => readApplication(row) ?? []));
      if (rows.length < pageSize) return ok(all);
    }
  };
  const findNumber = async (e164: E164): Promise<Result<CarrierNumber | undefined, CarrierFault>> => {
    const query = new URLSearchParams({ "filter[phone_number]": e164 });
    const [found, known] = await Promise.all([ask({ method: "GET", path: `/phone_numbers?${query}` }), applications()]);
    if (!found.ok) return found;
    if (!known.ok) return known;
    const numbers = dataOf(found.value).flatMap((row) => readNumber(row, known.value) ?? []);
    return ok(numbers.find((number) => number.e164 === e164));
  };
  const routeNumber: Desk["routeNumber"] = async (ref, addresses) => {
    const number = await ask({ method: "GET", path: `/phone_numbers/${encodeURIComponent(ref)}` });
    if (!number.ok) return number;
    const [row] = dataOf(number.value);
    const e164 = row && readNumber(row, [])?.e164;
    if (row === undefined || e164 === undefined) return err({ code: "carrier_unknown_thing" });
    const application = await keepApplication(ask, applications, e164, addresses);
    if (!application.ok) return application;
    const { id } = application.value;
    const set = await ask({
      method: "PATCH",
      path: `/phone_numbers/${encodeURIComponent(ref)}`,
      json: { connection_id: id },
    });
    if (!set.ok) return set;
    const routed = dataOf(set.value).flatMap((one) => readNumber(one, [application.value]) ?? []);
    return routed[0] === undefined ? err({ code: "carrier_unknown_thing" }) : ok(routed[0]);
  };
  return {
    findNumber,
    routeNumber,
    async searchNumbers(wish) {
      const query = new URLSearchParams({
        "filter[country_code]": wish.country.toUpperCase(),
        "filter[features]": "voice",
        "filter[limit]": "30",
        "filter[phone_number_type]": wish.kind,
      });
      if (wish.locality !== undefined) query.set("filter[locality]", wish.locality);
      if (wish.areaCode !== undefined) query.set("filter[national_destination_code]", wish.areaCode);
      const found = await ask({ method: "GET", path: `/available_phone_numbers?${query}` });
      return found.ok ? ok(dataOf(found.value).flatMap((row) => readOffer(row) ?? [])) : found;
    },
    async buyNumber(e164, addresses) {
      const json = { phone_numbers: [{ phone_number: e164 }] };
      const ordered = await ask({ method: "POST", path: "/number_orders", json });
      if (!ordered.ok && !mayBeDone(ordered.reason)) return ordered;
      for (let look = 0; look < looks; look += 1) {
        if (look > 0) await outside.wait(betweenLooksMs);
        const found = await findNumber(e164);
        if (found.ok && found.value !== undefined) return routeNumber(found.value.ref, addresses);
      }
      return err({ code: "carrier_unsure" });
    },
    async releaseNumber(ref) {
      const gone = await ask({ method: "DELETE", path: `/phone_numbers/${encodeURIComponent(ref)}` });
      return gone.ok || gone.reason.code === "carrier_unknown_thing" ? ok(undefined) : gone;
    },
    async listNumbers(page) {
      const nth = Number(page ?? 1);
      const [listed, known] = await Promise.all([
        ask({ method: "GET", path: `/phone_numbers?${paging(nth)}` }),
        applications(),
      ]);
      if (!listed.ok) return listed;
      if (!known.ok) return known;
      const rows = dataOf(listed.value);
      const next = rows.length < pageSize ? undefined : String(nth + 1);
      return ok({ items: rows.flatMap((row) => readNumber(row, known.value) ?? []), next });
    },
  };
}

/** A fallback address belongs to one number, and an application has one: so every number has an application. */
async function keepApplication(
  ask: AskJson,
  applications: () => Promise<Result<readonly Application[], CarrierFault>>,
  e164: E164,
  { voiceUrl, fallbackUrl, statusUrl }: NumberAddresses,
): Promise<Result<Application, CarrierFault>> {
  const known = await applications();
  if (!known.ok) return known;
  const name = `Ringtrail ${e164}`;
  const same = known.value.find((one) => one.name === name);
  const json = {
    friendly_name: name,
    voice_url: voiceUrl,
    voice_method: "post",
    voice_fallback_url: fallbackUrl ?? "",
    status_callback: statusUrl,
    status_callback_method: "post",
    inbound: { shaken_stir_enabled: true },
  };
  const kept = await ask(
    same === undefined
      ? { method: "POST", path: "/texml_applications", json }
      : { method: "PATCH", path: `/texml_applications/${same.id}`, json },
  );
  if (!kept.ok) return kept;
  const id = dataOf(kept.value).flatMap((row) => idOf(row) ?? [])[0] ?? same?.id;
  return id === undefined ? err({ code: "carrier_unknown_thing" }) : ok({ id, name, voiceUrl, fallbackUrl, statusUrl });
}

function paging(page: number): URLSearchParams {
  return new URLSearchParams({ "page[number]": String(page), "page[size]": String(pageSize) });
}

function mayBeDone(fault: CarrierFault): boolean {
  return fault.code === "carrier_unreachable" || (fault.code === "carrier_refused" && fault.status >= 500);
}
