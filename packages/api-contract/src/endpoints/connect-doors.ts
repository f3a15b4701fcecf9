import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";
import { eraseCaller, exportCaller } from "./caller-wishes.ts";
import { addTarget, listFallbackDocuments } from "./target-doors.ts";
import { SiteSummary } from "../shapes/site-summary.ts";

/** A program that wants to act for a site: a plugin of the site's own pages. */
export const NewConnectRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(100).describe("What the site calls itself."),
    origin: z
      .string()
      .max(300)
      .regex(/^https?:\/\/[a-z0-9.:[\]-]+$/i)
      .describe("Where its pages stand, `https://host[:port]`."),
  })
  .meta({ id: "NewConnectRequest" });
export type NewConnectRequest = z.infer<typeof NewConnectRequest>;

const Code = z.string().regex(/^[A-Z]{4}-[A-Z]{4}$/);

/** A request that waits for somebody's approval. */
export const OpenedConnectRequest = z
  .object({
    code: Code.describe("Shown to a person, who approves it in the console."),
    secret: z.string().describe("Only who asked knows it; it collects the answer, once."),
    approveUrl: z.string(),
    expiresAt: Moment,
  })
  .meta({ id: "OpenedConnectRequest" });
export type OpenedConnectRequest = z.infer<typeof OpenedConnectRequest>;

const CodeParams = z.object({ code: Code });

/** Who asks to be connected. */
export const ConnectRequestShown = z
  .object({ name: z.string(), origin: z.string(), expiresAt: Moment })
  .meta({ id: "ConnectRequest" });
export type ConnectRequestShown = z.infer<typeof ConnectRequestShown>;

/** For which site it is approved, and with how much. */
export const ConnectApproval = z
  .strictObject({
    site: z.uuid(),
    mayKnowCallers: z
      .boolean()
      .optional()
      .describe(
        "The key may know callers (`callers:read`) as well: what a clinic's calls and its call flow take. Left out: it may not.",
      ),
  })
  .meta({ id: "ConnectApproval" });
export type ConnectApproval = z.infer<typeof ConnectApproval>;

/** What became of a request. */
export const ConnectOutcome = z
  .discriminatedUnion("state", [
    z.object({ state: z.literal("waiting") }),
    z.object({
      state: z.literal("approved"),
      apiKey: z.string().describe("Told once. It is among the account's keys and can be revoked there."),
      site: z.uuid(),
      siteKey: z.string(),
      targets: SiteSummary.shape.targets,
    }),
  ])
  .meta({ id: "ConnectOutcome" });
export type ConnectOutcome = z.infer<typeof ConnectOutcome>;

export const openConnectRequest = defineEndpoint({
  method: "POST",
  path: "/v1/connect-requests",
  name: "openConnectRequest",
  summary: "Ask to act for a site: answers a one-time code for somebody to approve",
  scope: "public",
  body: NewConnectRequest,
  status: 201,
  response: OpenedConnectRequest,
  problems: ["rate_limited"],
});

export const getConnectRequest = defineEndpoint({
  method: "GET",
  path: "/v1/connect-requests/{code}",
  name: "getConnectRequest",
  summary: "Who asks by this code",
  scope: "keys:write",
  params: CodeParams,
  status: 200,
  response: ConnectRequestShown,
  problems: ["connect_code_unknown"],
});

export const approveConnectRequest = defineEndpoint({
  method: "POST",
  path: "/v1/connect-requests/{code}/approvals",
  name: "approveConnectRequest",
  summary: "Let a program act for a site, by a key of its own",
  scope: "keys:write",
  params: CodeParams,
  body: ConnectApproval,
  status: 204,
  problems: ["connect_code_unknown", "site_unknown", "scope_not_yours"],
});

export const collectConnectRequest = defineEndpoint({
  method: "POST",
  path: "/v1/connect-requests/{code}/collections",
  name: "collectConnectRequest",
  summary: "Whether the code was approved; then the key, once",
  scope: "public",
  params: CodeParams,
  body: z.strictObject({ secret: z.string().max(100) }).meta({ id: "ConnectSecret" }),
  status: 200,
  response: ConnectOutcome,
  problems: ["connect_code_unknown", "rate_limited"],
});

/** What a site's plugin asks beside what everybody may, in the order of the reference. */
export const connectDoors = [
  openConnectRequest,
  getConnectRequest,
  approveConnectRequest,
  collectConnectRequest,
  addTarget,
  listFallbackDocuments,
  exportCaller,
  eraseCaller,
];
