import type { Exchange } from "../exchange.ts";
import { steerRecording } from "../keep-recording.ts";
import { replyJson, type Reply } from "../reply.ts";
import { refuseTelnyx, unknownThing, type AskedBy } from "./asked-by.ts";

/** Pauses and resumes what is recorded of a call: `POST /v2/calls/{call}/actions/record_pause`. */
export function answerSteering(
  exchange: Exchange,
  { account, method }: AskedBy,
  id: string | undefined,
  [, action]: readonly string[],
): Reply {
  const call = exchange.calls.get(id ?? "");
  if (call?.booked.account !== account || method !== "POST") return unknownThing;
  const order = action === "record_pause" ? "paused" : action === "record_resume" ? "in-progress" : undefined;
  if (order === undefined) return unknownThing;
  const [running] = call.running;
  if (running === undefined) return refuseTelnyx(422, "90018", "Call is not being recorded");
  steerRecording(call, running, order);
  return replyJson(200, { data: { result: "ok" } });
}
