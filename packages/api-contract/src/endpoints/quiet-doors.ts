import { defineEndpoint } from "../endpoint.ts";
import { OwnQuietHours, QuietHours } from "../shapes/quiet-hours.ts";

const own = { path: "/v1/quiet-hours", scope: "session" } as const;

/** When whoever is signed in wants to hear nothing. */
export const quietDoors = {
  get: defineEndpoint({
    method: "GET",
    ...own,
    name: "getQuietHours",
    summary: "Your own quiet hours: no mail to your address is sent meanwhile, whichever destination leads there",
    status: 200,
    response: OwnQuietHours,
    problems: [],
  }),
  set: defineEndpoint({
    method: "PUT",
    ...own,
    name: "setQuietHours",
    summary: "Set your own quiet hours",
    body: QuietHours,
    status: 200,
    response: OwnQuietHours,
    problems: [],
  }),
  remove: defineEndpoint({
    method: "DELETE",
    ...own,
    name: "removeQuietHours",
    summary: "Hear of things at any time again",
    status: 204,
    problems: [],
  }),
} as const;
