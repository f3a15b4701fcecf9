import type { BookedCall } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import { telnyxParams } from "./telnyx/telnyx-params.ts";

const apiVersion = "2010-04-01";

/** What the carrier tells of the caller's call in every webhook. */
export function callParams(call: FakeCall): Readonly<Record<string, string>> {
  const { booked, script, place } = call;
  if (place.keys.face === "telnyx") return telnyxParams(call, booked);
  return {
    AccountSid: booked.account,
    ApiVersion: apiVersion,
    CallSid: booked.sid,
    CallStatus: booked.status,
    Called: booked.to,
    Caller: booked.from,
    Direction: booked.direction,
    From: booked.from,
    To: booked.to,
    ...(script.name === undefined ? {} : { CallerName: script.name }),
    ...(script.verstat === undefined ? {} : { StirVerstat: script.verstat }),
  };
}

/** What the carrier tells of a leg that a Dial began. */
export function legParams(call: FakeCall, leg: BookedCall): Readonly<Record<string, string>> {
  if (call.place.keys.face === "telnyx") return telnyxParams(call, leg);
  return {
    AccountSid: leg.account,
    ApiVersion: apiVersion,
    CallSid: leg.sid,
    CallStatus: leg.status,
    Called: leg.to,
    Caller: leg.from,
    Direction: leg.direction,
    From: leg.from,
    ParentCallSid: call.booked.sid,
    To: leg.to,
  };
}
