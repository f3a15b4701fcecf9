import type { DeliveryList, DestinationList, NewSecret } from "./endpoints/destination-doors.ts";
import type { FormList } from "./endpoints/form-doors.ts";
import { queryOf } from "./query-of.ts";
import type { CreatedDestination, DeliveryShown, DestinationShown, DestinationWanted } from "./shapes/destination.ts";
import type { OwnQuietHours, QuietHours } from "./shapes/quiet-hours.ts";
import type { FormKept, NewFormTold } from "./shapes/sent-form.ts";

/** Which deliveries, and where the page begins. */
export interface DeliveryFilter {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly destination?: string | undefined;
  readonly state?: DeliveryShown["state"] | undefined;
  readonly call?: string | undefined;
}

/** Which forms; what is absent is as the reference says. */
export interface FormFilter {
  /** `2026-11-01`; the first and the last day. */
  readonly from: string;
  readonly to: string;
  readonly timeZone?: string | undefined;
  readonly site?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Where events are sent, and what came of each sending. */
export interface DestinationClient {
  destinations(): Promise<DestinationList>;
  /** A webhook's secret is in this answer and in no other. */
  createDestination(destination: DestinationWanted): Promise<CreatedDestination>;
  saveDestination(id: string, destination: DestinationWanted): Promise<DestinationShown>;
  removeDestination(id: string): Promise<void>;
  replaceDestinationSecret(id: string, oldHours?: number): Promise<NewSecret>;
  testDestination(id: string): Promise<{ readonly delivery: string }>;
  /** The quiet hours of whoever is signed in. */
  quietHours(): Promise<OwnQuietHours>;
  setQuietHours(quiet: QuietHours): Promise<OwnQuietHours>;
  removeQuietHours(): Promise<void>;
  /** Told twice with one `ref`, a form counts once. */
  tellForm(form: NewFormTold): Promise<FormKept>;
  forms(filter: FormFilter): Promise<FormList>;
  deliveries(filter?: DeliveryFilter): Promise<DeliveryList>;
  delivery(id: string): Promise<DeliveryShown>;
  replayDelivery(id: string): Promise<{ readonly deliveries: number }>;
  /** Times are ISO 8601. */
  replayDeliveries(
    destination: string,
    period: { readonly from: string; readonly before: string },
  ): Promise<{ readonly deliveries: number }>;
}

/** How a request that changes something is made. */
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** The part of the client that is about destinations. */
export function destinationClient(ask: Ask): DestinationClient {
  const of = (id: string) => `/v1/destinations/${encodeURIComponent(id)}`;
  const one = (id: string) => `/v1/deliveries/${encodeURIComponent(id)}`;
  const quiet = "/v1/quiet-hours";
  return {
    destinations: () => ask("GET", "/v1/destinations"),
    createDestination: (destination) => ask("POST", "/v1/destinations", destination),
    saveDestination: (id, destination) => ask("PUT", of(id), destination),
    removeDestination: (id) => ask("DELETE", of(id)),
    replaceDestinationSecret: (id, oldHours = 24) => ask("POST", `${of(id)}/secrets`, { oldHours }),
    testDestination: (id) => ask("POST", `${of(id)}/tests`),
    quietHours: () => ask("GET", quiet),
    setQuietHours: (hours) => ask("PUT", quiet, hours),
    removeQuietHours: () => ask("DELETE", quiet),
    tellForm: (form) => ask("POST", "/v1/forms", form),
    forms: (filter) => ask("GET", `/v1/forms${queryOf(filter)}`),
    deliveries: (filter = {}) => ask("GET", `/v1/deliveries${queryOf(filter)}`),
    delivery: (id) => ask("GET", one(id)),
    replayDelivery: (id) => ask("POST", `${one(id)}/replays`),
    replayDeliveries: (destination, period) => ask("POST", `${of(destination)}/replays`, period),
  };
}
