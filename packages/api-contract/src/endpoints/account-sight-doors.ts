import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";

/** How a connection to a carrier is now. */
export const ConnectionShown = z
  .object({
    id: z.uuid(),
    account: z.string().describe("The end of the carrier's own account id; its secret is never shown."),
    numbers: z.number().int().describe("Numbers of ours that are at it."),
    state: z
      .enum(["answers", "unreachable", "keys_refused", "busy", "refused"])
      .describe("What the carrier's API said just now."),
    elsewhere: z.number().int().describe("Numbers of it that ring somewhere else than here."),
  })
  .meta({ id: "CarrierConnection" });

/** Every carrier there is, and what of it is set up. */
export const CarrierList = z
  .object({
    carriers: z.array(
      z.object({
        carrier: z.enum(["twilio", "telnyx", "asterisk", "fake"]),
        connections: z.array(ConnectionShown).describe("Empty: it is not connected."),
      }),
    ),
    reachedAt: z.string().describe("Where carriers reach this server."),
    isReachable: z.boolean().describe("False: that address is one of this machine alone, or has no TLS."),
  })
  .meta({ id: "CarrierList" });
export type CarrierList = z.infer<typeof CarrierList>;

/** Which carriers are set up, and what is missing. */
export const listCarriers = defineEndpoint({
  method: "GET",
  path: "/v1/carriers",
  name: "listCarriers",
  summary: "Which carriers are connected, whether they answer now, and whether their numbers ring here; no secrets",
  scope: "numbers:read",
  status: 200,
  response: CarrierList,
  whole: "the carriers there are",
  problems: [],
});

/** The whole account without callers, to be taken along. */
export const exportAccountRows = defineEndpoint({
  method: "GET",
  path: "/v1/account/export.ndjson",
  name: "exportAccountRows",
  summary:
    "Every row of the account at one instant, one a line with its table; callers and recordings are had with `ringtrail export --care`",
  scope: "account:export",
  status: 200,
  mediaType: "application/x-ndjson",
  problems: ["not_ready"],
});
