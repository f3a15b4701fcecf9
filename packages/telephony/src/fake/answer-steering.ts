import { describeRecording } from "./describe-resource.ts";
import type { Exchange } from "./exchange.ts";
import { finishRecording, steerRecording } from "./keep-recording.ts";
import { replyJson, replyRefused, replyUnknown, type Asked, type Reply } from "./reply.ts";

/** Which recording of which call. */
interface Steered {
  readonly account: string;
  readonly callSid: string;
  /** `Twilio.CURRENT` is the one that runs. */
  readonly sid: string;
}

/**
 * Pauses, resumes or stops a running recording: `POST .../Calls/{call}/Recordings/{recording}.json` with `Status`
 * (Twilio docs, "Call Recordings resource"). A recording that does not run cannot be steered (21220).
 */
export function answerSteering(exchange: Exchange, asked: Asked, { account, callSid, sid }: Steered): Reply {
  if (asked.method !== "POST") return replyRefused(405, 20004, "Method not allowed");
  const call = exchange.calls.get(callSid);
  if (call === undefined || call.booked.account !== account) return replyUnknown;
  const running = call.running.find(({ booked }) => sid === "Twilio.CURRENT" || booked.sid === sid);
  const status = new URLSearchParams(asked.body).get("Status");
  if (running === undefined) return replyRefused(400, 21220, "Unable to update record, call is not in-progress");
  if (status === "paused" || status === "in-progress") steerRecording(call, running, status);
  else if (status === "stopped") finishRecording(call, running);
  else return replyRefused(400, 20001, "Status is not one of paused, in-progress, stopped");
  return replyJson(200, describeRecording(running.booked));
}
