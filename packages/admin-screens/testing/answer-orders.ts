import { OrderRulesShown } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { named, pageOf } from "./page-of.ts";
import { readSent } from "./read-sent.ts";
import { aRevenueReport } from "./sample-orders.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the doors of what shops sold; false for an address that is none of them. */
export async function answerOrders({ world, url, request, response }: Asked): Promise<boolean> {
  const days = { from: url.searchParams.get("from") ?? "", to: url.searchParams.get("to") ?? "" };
  const by = url.searchParams.get("by") ?? "channel";
  const report = aRevenueReport(by, days);
  switch (url.pathname) {
    case "/v1/reports/revenue":
      // Nothing sold: no rows, and no currency to speak of.
      sendJson(response, 200, world.orders.length > 0 ? report : { ...report, rows: [], otherCurrencies: [] });
      return true;
    case "/v1/orders":
      sendJson(response, 200, named("orders", pageOf(world.orders, url.searchParams)));
      return true;
    case "/v1/forms":
      sendJson(response, 200, named("forms", pageOf(world.forms, url.searchParams)));
      return true;
    case "/v1/orders/waiting":
      sendJson(response, 200, named("calls", pageOf(world.waitingCalls, url.searchParams)));
      return true;
    case "/v1/other-trackers":
      sendJson(response, 200, named("trackers", pageOf(world.otherTrackers, url.searchParams)));
      return true;
  }
  if (!/^\/v1\/sites\/[\w-]+\/order-rules$/.test(url.pathname)) return false;
  if (request.method === "PUT") {
    const sent = OrderRulesShown.safeParse(JSON.parse((await readSent(request)).toString("utf8")));
    if (!sent.success) {
      const field = sent.error.issues[0]?.path.join(".");
      sendProblem(response, 422, "body_invalid", "The body is not as described.", "Correct it.", field);
      return true;
    }
    world.orderRules = sent.data;
  }
  sendJson(response, 200, world.orderRules);
  return true;
}
