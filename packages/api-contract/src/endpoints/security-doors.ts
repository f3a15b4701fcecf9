import { securityBounds } from "@ringtrail/core";
import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";

const { idleMinutes, keyDays } = securityBounds;

/** What an account's owner wants of whoever signs in. */
export const SecurityWish = z
  .strictObject({
    requiresTwoFactor: z.boolean(),
    idleMinutes: z
      .number()
      .int()
      .min(idleMinutes.least)
      .max(idleMinutes.most)
      .optional()
      .describe(`Minutes without use after which a session ends. Absent: ${idleMinutes.usual}, in healthcare mode 15.`),
    keyDays: z
      .number()
      .int()
      .min(keyDays.least)
      .max(keyDays.most)
      .optional()
      .describe("The longest life of a new API key in days. Absent: as long as its maker wants."),
  })
  .meta({ id: "SecurityWish" });
export type SecurityWish = z.infer<typeof SecurityWish>;

/** What the owner wants, and what counts. */
export const SecurityShown = z
  .object({
    wanted: SecurityWish,
    isHealthcare: z.boolean().describe("A site is in healthcare mode, which only ever tightens what is wanted."),
    counts: z.object({
      requiresTwoFactor: z.boolean(),
      idleMinutes: z.number().int(),
      keyDays: z.number().int().optional(),
    }),
  })
  .meta({ id: "Security" });
export type SecurityShown = z.infer<typeof SecurityShown>;

/** The doors to what an account wants of sign-ins. */
export const securityDoors = {
  getSecurity: defineEndpoint({
    method: "GET",
    path: "/v1/security",
    name: "getSecurity",
    summary: "What the account wants of whoever signs in, and what counts",
    scope: "account:read",
    status: 200,
    response: SecurityShown,
    problems: [],
  }),
  setSecurity: defineEndpoint({
    method: "PUT",
    path: "/v1/security",
    name: "setSecurity",
    summary: "Say whether a second factor is demanded, when sessions end by themselves and how long keys may live",
    scope: "account:write",
    body: SecurityWish,
    status: 200,
    response: SecurityShown,
    problems: [],
  }),
} as const;
