import type { NewDestination, NumberLimitsShown } from "./endpoints/forwarding-doors.ts";
import type { NumberTakes } from "./endpoints/mark-number.ts";
import type { NewNumber, NumberList, OfferList } from "./endpoints/number-doors.ts";
import type { OwnerNotices } from "./endpoints/notice-doors.ts";
import type { PollutionReport } from "./endpoints/pollution-door.ts";
import type { CarrierList } from "./endpoints/account-sight-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { RentedNumberShown } from "./shapes/rented-number.ts";

/** What to look for at the carrier; what is absent does not matter. */
export interface OfferFilter {
  readonly connection?: string | undefined;
  readonly country?: string | undefined;
  readonly kind?: "local" | "toll_free" | "mobile" | undefined;
  readonly areaCode?: string | undefined;
  readonly locality?: string | undefined;
}

/** Numbers and where their calls go. */
export interface NumberClient {
  numbers(page?: PageAsked): Promise<NumberList>;
  availableNumbers(filter?: OfferFilter): Promise<OfferList>;
  /** A number asked for twice is rented once, with or without an `idempotencyKey`. */
  buyNumber(number: NewNumber, idempotencyKey?: string): Promise<RentedNumberShown>;
  importNumber(number: NewNumber): Promise<RentedNumberShown>;
  /** Lets it rest; it goes back to the carrier when its rest is over. */
  markNumber(id: string, takes: NumberTakes): Promise<RentedNumberShown>;
  releaseNumber(id: string): Promise<RentedNumberShown>;
  /** Which carriers are connected, and what of them is missing. */
  carriers(): Promise<CarrierList>;
  numberLimits(): Promise<NumberLimitsShown>;
  saveNumberLimits(limits: NumberLimitsShown): Promise<NumberLimitsShown>;
  changeDestination(site: string, destination: string): Promise<NewDestination>;
  /** What owners are told and the one who asks has not seen yet. */
  notices(): Promise<OwnerNotices>;
  /** Up to a moment (ISO 8601); answers what is left. */
  seeNotices(until: string): Promise<OwnerNotices>;
  /** Numbers that are called although nobody is shown them, as far back as `days`; 30 unless it is said. */
  pollution(filter?: PageAsked & { readonly days?: number }): Promise<PollutionReport>;
}

/** How one request is made. */
interface Requests {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown, key?: string) => Promise<Answer>;
}

/** The part of the client that is about numbers. */
export function numberClient({ get, post }: Requests): NumberClient {
  const part = encodeURIComponent;
  return {
    numbers: (page = {}) => get(`/v1/numbers${queryOf(page)}`),
    availableNumbers: (filter = {}) => get(`/v1/available-numbers${queryOf(filter)}`),
    buyNumber: (number, idempotencyKey) => post("/v1/numbers", number, idempotencyKey),
    importNumber: (number) => post("/v1/number-imports", number),
    markNumber: (id, takes) => post(`/v1/numbers/${part(id)}/takes`, takes),
    releaseNumber: (id) => post(`/v1/numbers/${part(id)}/releases`),
    carriers: () => get("/v1/carriers"),
    numberLimits: () => get("/v1/number-limits"),
    saveNumberLimits: (limits) => post("/v1/number-limits", limits),
    changeDestination: (site, destination) => post(`/v1/sites/${part(site)}/destinations`, { destination }),
    notices: () => get("/v1/notices"),
    seeNotices: (until) => post("/v1/notices/seen", { until }),
    pollution: (filter = {}) => get(`/v1/pollution${queryOf(filter)}`),
  };
}
