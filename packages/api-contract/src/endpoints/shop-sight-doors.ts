import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Cursor, LongPageQuery, NextPage } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";
import { Day } from "../shapes/money.ts";

/** Calls that no order has been found of. Who called is not told. */
export const WaitingCallList = NextPage.extend({
  calls: z.array(
    z.object({
      id: z.uuid(),
      rangAt: Moment,
      channel: z.string().optional().describe("What most probably made it ring; absent when nobody knows."),
    }),
  ),
}).meta({ id: "WaitingCallList" });
export type WaitingCallList = z.infer<typeof WaitingCallList>;

/** Other call trackers beside us. */
export const OtherTrackerList = NextPage.extend({
  trackers: z.array(
    z.object({
      site: z.uuid(),
      name: z.string().describe("By what its script's address says: `callrail.com`."),
      firstSeenAt: Moment,
      lastSeenAt: Moment.describe("To within an hour."),
    }),
  ),
}).meta({ id: "OtherTrackerList" });
export type OtherTrackerList = z.infer<typeof OtherTrackerList>;

/** Lists calls without an order. */
const listWaitingCalls = defineEndpoint({
  method: "GET",
  path: "/v1/orders/waiting",
  name: "listWaitingCalls",
  summary: "Calls of some days that no order has been found of and nobody has said a value of, newest first",
  scope: "calls:read",
  query: z.object({
    from: Day.describe("The first day."),
    to: Day.describe("The last day, at most 400 days later."),
    timeZone: z.string().max(64).default("UTC").describe("Whose days, as IANA names it: `America/New_York`."),
    site: z.uuid().optional().describe("Only this site's."),
    cursor: Cursor,
    limit: z.coerce.number().int().min(1).max(500).default(25),
  }),
  status: 200,
  response: WaitingCallList,
  problems: ["cursor_malformed"],
});

/** Lists other call trackers. */
const listOtherTrackers = defineEndpoint({
  method: "GET",
  path: "/v1/other-trackers",
  name: "listOtherTrackers",
  summary: "Other call trackers that pages of this account's sites carried in the last seven days, last seen first",
  scope: "sites:read",
  query: LongPageQuery,
  status: 200,
  response: OtherTrackerList,
  problems: ["cursor_malformed"],
});

/** What a merchant looks after besides orders. */
export const shopSightDoors = { listWaitingCalls, listOtherTrackers };
