import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";

/** A person's id in a path. It is the auth library's: no UUID. */
export const PersonParams = z.object({ id: z.string().min(1).max(64) });

/** What an owner or admin does when somebody's device or codes are lost. */
export const personSafetyDoors = {
  endPersonSessions: defineEndpoint({
    method: "DELETE",
    path: "/v1/people/{id}/sessions",
    name: "endPersonSessions",
    summary: "Sign a person out everywhere",
    scope: "people:write",
    params: PersonParams,
    status: 204,
    problems: ["person_unknown", "role_not_yours"],
  }),
  resetTwoFactor: defineEndpoint({
    method: "DELETE",
    path: "/v1/people/{id}/two-factor",
    name: "resetTwoFactor",
    summary: "Take a person's lost second factor away and sign them out, so that they can set up another",
    scope: "people:write",
    params: PersonParams,
    status: 204,
    problems: ["person_unknown", "person_shared", "role_not_yours"],
  }),
} as const;
