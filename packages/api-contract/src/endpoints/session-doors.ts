import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { SessionOfPerson } from "../shapes/person-session.ts";
import { PersonParams } from "./person-safety-doors.ts";

/** The running sessions of the person who asks. */
export const SessionList = z.object({ sessions: z.array(SessionOfPerson) }).meta({ id: "PersonSessionList" });
export type SessionList = z.infer<typeof SessionList>;

/** The doors to one's own sessions. A key has none. */
export const sessionDoors = {
  listSessions: defineEndpoint({
    method: "GET",
    path: "/v1/sessions",
    name: "listSessions",
    summary: "Where the person who asks is signed in",
    scope: "session",
    status: 200,
    response: SessionList,
    whole: "one person's last 100",
    problems: [],
  }),
  endOtherSessions: defineEndpoint({
    method: "DELETE",
    path: "/v1/sessions",
    name: "endOtherSessions",
    summary: "Sign the person who asks out everywhere else",
    scope: "session",
    status: 204,
    problems: [],
  }),
  endSession: defineEndpoint({
    method: "DELETE",
    path: "/v1/sessions/{id}",
    name: "endSession",
    summary: "End one of one's own sessions",
    scope: "session",
    params: PersonParams,
    status: 204,
    problems: ["session_unknown"],
  }),
} as const;
