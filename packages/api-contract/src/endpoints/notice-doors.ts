import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";

/** Something every owner is told: it may be what a thief of a sign-in would do, or it costs money. */
export const OwnerNoticeShown = z
  .object({
    action: z.string().describe("As in the audit log: `forwarding.changed`."),
    at: Moment,
    actor: z.string().describe("Who did it."),
    words: z.string().describe("What happened, as a sentence."),
  })
  .meta({ id: "OwnerNotice" });
export type OwnerNoticeShown = z.infer<typeof OwnerNoticeShown>;

/** What an owner has not seen yet. */
export const OwnerNotices = z
  .object({ notices: z.array(OwnerNoticeShown).describe("Newest first.") })
  .meta({ id: "OwnerNotices" });
export type OwnerNotices = z.infer<typeof OwnerNotices>;

/** Everything up to this moment was seen by the one who asks. */
export const NoticesSeen = z.strictObject({ until: Moment }).meta({ id: "NoticesSeen" });
export type NoticesSeen = z.infer<typeof NoticesSeen>;

export const listNotices = defineEndpoint({
  method: "GET",
  path: "/v1/notices",
  name: "listNotices",
  summary: "What owners are told and you have not seen yet: changed forwarding, changed limits, passed minutes",
  scope: "forwarding:write",
  status: 200,
  response: OwnerNotices,
  whole: "what one owner has not seen of the last 1,000 entries of the audit log",
  problems: [],
});

export const seeNotices = defineEndpoint({
  method: "POST",
  path: "/v1/notices/seen",
  name: "seeNotices",
  summary: "Say that you have seen every notice up to a moment; other owners are told on",
  scope: "forwarding:write",
  body: NoticesSeen,
  status: 200,
  response: OwnerNotices,
  problems: [],
});
