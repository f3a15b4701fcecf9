import { describeCall, describeRecording } from "../describe-resource.ts";
import type { Exchange } from "../exchange.ts";
import { replyJson, type Reply } from "../reply.ts";
import { unknownThing, type AskedBy } from "./asked-by.ts";

/**
 * The books of calls and recordings under `/v2/texml/Accounts/{account}`, field by field as Twilio's: Telnyx's pages
 * show the same names, and nobody has looked at a real answer yet.
 */
export function answerBooks(exchange: Exchange, { account, query }: AskedBy, rest: readonly string[]): Reply {
  const [owner, list] = rest;
  if (owner !== account) return unknownThing;
  const since = query.get("StartTime_gte") ?? query.get("DateCreated") ?? "";
  const isWanted = (one: { readonly account: string; readonly startedAt: Date }) =>
    one.account === account && one.startedAt.toISOString().slice(0, 10) >= since;
  if (list === "Calls") {
    return replyJson(200, { calls: [...exchange.booked.values()].filter(isWanted).map(describeCall) });
  }
  if (list !== "Recordings.json") return unknownThing;
  return replyJson(200, { recordings: [...exchange.recordings.values()].filter(isWanted).map(describeRecording) });
}
