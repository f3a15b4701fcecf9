import { z } from "zod";
import { Moment } from "./moment.ts";

/** One of a person's own sessions. */
export const SessionOfPerson = z
  .object({
    id: z.string(),
    signedInAt: Moment,
    lastSeenAt: Moment,
    device: z.string().describe("The browser, as it names itself; empty when it said nothing."),
    address: z.string().describe("The network address it signed in from; empty when unknown."),
    isThis: z.boolean().describe("The session that asks."),
  })
  .meta({ id: "PersonSession" });
export type SessionOfPerson = z.infer<typeof SessionOfPerson>;
