import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, NextPage, PageQuery } from "../paging.ts";
import { CreatedDestination, DeliveryShown, DestinationShown, DestinationWanted } from "../shapes/destination.ts";
import { Moment } from "../shapes/moment.ts";

const read = { scope: "destinations:read", status: 200 } as const;
const write = { scope: "destinations:write" } as const;
const unknown = ["destination_unknown"] as const;
const refused = ["destination_address_refused", "site_unknown", "destination_limit_reached"] as const;
const DestinationList = z.object({ destinations: z.array(DestinationShown) }).meta({ id: "DestinationList" });
const DeliveryList = NextPage.extend({ deliveries: z.array(DeliveryShown) }).meta({ id: "DeliveryList" });
const Replayed = z
  .object({ deliveries: z.number().int().describe("How many are sent once more.") })
  .meta({ id: "Replayed" });
const NewSecret = z
  .object({ secret: z.string().describe("Shown this once."), oldUntil: Moment.describe("Until then both sign.") })
  .meta({ id: "NewSecret" });
export type DestinationList = z.infer<typeof DestinationList>;
export type DeliveryList = z.infer<typeof DeliveryList>;
export type NewSecret = z.infer<typeof NewSecret>;

const place = "/v1/destinations" as const;

/** Where events are sent, and what came of each sending. */
export const destinationDoors = {
  list: defineEndpoint({
    method: "GET",
    path: place,
    name: "listDestinations",
    ...read,
    summary: "Where events are sent, and how each destination is",
    response: DestinationList,
    whole: "at most 50 destinations",
    problems: [],
  }),
  create: defineEndpoint({
    method: "POST",
    path: place,
    name: "createDestination",
    ...write,
    summary: "Send events to a webhook, a mailbox or a Slack channel; a webhook's secret is shown this once",
    body: DestinationWanted,
    status: 201,
    response: CreatedDestination,
    problems: refused,
  }),
  save: defineEndpoint({
    method: "PUT",
    path: `${place}/{id}`,
    name: "saveDestination",
    ...write,
    summary: "Change a destination; it keeps its secret",
    params: IdParams,
    body: DestinationWanted,
    status: 200,
    response: DestinationShown,
    problems: [...unknown, ...refused],
  }),
  remove: defineEndpoint({
    method: "DELETE",
    path: `${place}/{id}`,
    name: "removeDestination",
    ...write,
    summary: "Remove a destination with its log",
    params: IdParams,
    status: 204,
    problems: unknown,
  }),
  replaceSecret: defineEndpoint({
    method: "POST",
    path: `${place}/{id}/secrets`,
    name: "replaceDestinationSecret",
    ...write,
    summary: "Give a webhook a new secret; the old one signs beside it for a while",
    params: IdParams,
    body: z
      .strictObject({ oldHours: z.number().int().min(0).max(168).default(24).describe("How long the old one signs.") })
      .meta({ id: "SecretReplacement" }),
    status: 201,
    response: NewSecret,
    problems: [...unknown, "destination_without_secret"],
  }),
  test: defineEndpoint({
    method: "POST",
    path: `${place}/{id}/tests`,
    name: "testDestination",
    ...write,
    summary: "Send a destination an event of the type `test`",
    params: IdParams,
    status: 202,
    response: z.object({ delivery: z.uuid() }).meta({ id: "TestSent" }),
    problems: unknown,
  }),
  replay: defineEndpoint({
    method: "POST",
    path: `${place}/{id}/replays`,
    name: "replayDeliveries",
    ...write,
    summary: "Send the events of a period once more",
    params: IdParams,
    body: z.strictObject({ from: Moment, before: Moment }).meta({ id: "ReplayPeriod" }),
    status: 202,
    response: Replayed,
    problems: unknown,
  }),
  deliveries: defineEndpoint({
    method: "GET",
    path: "/v1/deliveries",
    name: "listDeliveries",
    ...read,
    summary: "What was sent, newest first, with request and answer",
    query: PageQuery.extend({
      destination: z.uuid().optional(),
      state: z.enum(["waiting", "delivered", "skipped", "dead"]).optional(),
      call: z.uuid().optional().describe("Only what is about this call."),
    }),
    response: DeliveryList,
    problems: ["cursor_malformed"],
  }),
  delivery: defineEndpoint({
    method: "GET",
    path: "/v1/deliveries/{id}",
    name: "getDelivery",
    ...read,
    summary: "One sending with every attempt",
    params: IdParams,
    response: DeliveryShown,
    whole: "the attempts of one sending, which end after some days",
    problems: ["delivery_unknown"],
  }),
  replayOne: defineEndpoint({
    method: "POST",
    path: "/v1/deliveries/{id}/replays",
    name: "replayDelivery",
    ...write,
    summary: "Send one event once more",
    params: IdParams,
    status: 202,
    response: Replayed,
    problems: ["delivery_unknown"],
  }),
} as const;
