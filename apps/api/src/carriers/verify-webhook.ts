import type { Context } from "hono";
import { err, ok, parseId, type ConnectionId, type Result } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { Carrier, CarrierMessage } from "@ringtrail/telephony";
import type { AppEnv } from "../app-env.ts";
import type { Deps } from "../deps.ts";
import type { PublicReason } from "../http/public-reason.ts";
import { readBody } from "../http/read-body.ts";
import { withDeadline } from "../survival/deadline.ts";
import { doorOf } from "./number-addresses.ts";
import { openQuery } from "./sealed-query.ts";
import { readReport, type CarrierReport, type Moment } from "./carrier-report.ts";

/** Webhooks are small forms; Twilio's own limit for one is 64 kB. */
const webhookLimit = 64 * 1024;

/** The carriers that knock here. */
const doors: ReadonlySet<string> = new Set(["asterisk", "telnyx", "twilio"]);

/** A webhook that is known to come from the carrier. */
export interface VerifiedWebhook {
  readonly carrier: Carrier;
  readonly connection: CarrierConnection;
  readonly report: CarrierReport;
  /** The address of this connection's callbacks, without the moment. */
  readonly base: string;
}

/**
 * Believes a webhook only when its signature fits the raw body, the address as PUBLIC_URL makes it and the secret of
 * the connection. Nothing is read out of it before that.
 */
export async function verifyWebhook(
  deps: Deps,
  c: Context<AppEnv>,
  moment: Moment,
): Promise<Result<VerifiedWebhook, PublicReason>> {
  const id = parseId<ConnectionId>(c.req.param("connection") ?? "");
  const door = c.req.param("carrier") ?? "";
  if (!doors.has(door) || !id.ok) return err({ code: "connection_unknown" });
  const body = await readBody(c, webhookLimit);
  if (!body.ok) return body;
  const base = `${deps.server.publicUrl}/carriers/${door}/${id.value}`;
  const { search } = new URL(c.req.url);
  const message: CarrierMessage = {
    url: `${base}/${moment}${search}`,
    header: (name) => c.req.header(name),
    body: body.value,
    receivedAt: deps.now(),
  };
  for await (const connection of connectionsOf(deps, id.value)) {
    if (doorOf(connection) !== door) continue;
    const carrier = deps.carrierFor(connection);
    const verified = carrier.verify(message, connection.secret);
    if (!verified.ok) continue;
    const url = openQuery(deps, verified.value.url);
    const report = readReport(carrier, moment, { ...verified.value, url });
    if (!report.ok) return err({ code: "body_invalid", field: report.reason.field, says: "is missing or malformed" });
    return ok({ carrier, connection, report: report.value, base });
  }
  return err({ code: "signature_invalid" });
}

/**
 * The connection as it was a moment ago, which costs no question and works without a database; and if its secret does
 * not fit, as it is now, because it may have been changed. An unknown connection is answered like a wrong signature:
 * nobody learns which ones there are.
 */
async function* connectionsOf(deps: Deps, id: ConnectionId): AsyncGenerator<CarrierConnection> {
  const known = deps.snapshot.connection(id);
  if (known !== undefined) yield known;
  const asked = withDeadline(1_000, () => deps.directory.connectionById(id));
  const present = known === undefined ? await asked : await asked.catch(() => undefined);
  if (present !== undefined && present.secret !== known?.secret) yield present;
}
