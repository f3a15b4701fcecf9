import type { BookedCall } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";

const apiVersion = "2010-04-01";

/** What Twilio tells of the caller's call in every webhook. */
export function callParams({ booked, script }: FakeCall): Readonly<Record<string, string>> {
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

/** What Twilio tells of a leg that a Dial began. */
export function legParams(call: FakeCall, leg: BookedCall): Readonly<Record<string, string>> {
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
