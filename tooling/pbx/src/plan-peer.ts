import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { instant } from "@ringtrail/core";
import type { CallEvent, CallPlan, Callback } from "@ringtrail/core/call-flow";
import type { CarrierMessage } from "@ringtrail/telephony";
import { asterisk } from "@ringtrail/telephony/asterisk";
import { onTestFinished } from "vitest";
import type { Lane } from "./lane.ts";

/** A stand-in for our server that answers with plans of a case's own, for steps no flow of ours makes alone. */
export interface PlanPeer {
  readonly port: number;
  /** Everything the dialplan told, in neutral words and in order. */
  readonly events: readonly CallEvent[];
}

/** What it answers at each moment; a moment without a plan is acknowledged. */
export type Plans = Partial<Record<"voice" | Callback, CallPlan["steps"] | undefined>>;

/** Starts it. What is not signed with the connection's secret is answered 403, as ours would. */
export async function startPlanPeer({ business, publicUrl }: Lane, plans: Plans): Promise<PlanPeer> {
  const events: CallEvent[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const message: CarrierMessage = {
      url: publicUrl + (request.url ?? ""),
      header: (name) => [request.headers[name]].flat().at(-1),
      body: Buffer.concat(parts).toString(),
      receivedAt: instant(Date.now()),
    };
    const verified = asterisk.verify(message, business.secret);
    if (!verified.ok) return void response.writeHead(403).end();
    const { pathname } = new URL(message.url);
    const moment = pathname.split("/").at(-1) as keyof Plans;
    if (moment !== "voice") {
      const news = asterisk.readCallback(moment, verified.value);
      if (news.ok) events.push(...news.value.events);
    }
    const steps = plans[moment];
    const urls = (callback: Callback, about?: string) =>
      `${new URL(`./${callback}`, message.url)}?${about === undefined ? "" : `about=${about}&`}number=1`;
    const answer = steps === undefined ? asterisk.acknowledgement : asterisk.render({ steps }, urls);
    response.writeHead(200, { "content-type": answer?.contentType ?? "" }).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, events };
}
