import { addressIn, methodOf, type Document } from "./ask-document.ts";
import type { BookedCall } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { stamp } from "./write-date.ts";

/** A leg of a Dial: the Number it rings and its line in the books. */
export interface Leg {
  readonly noun: TwimlVerb;
  readonly booked: BookedCall;
}

/** A moment of a leg that can be told. */
export type LegMoment = "initiated" | "ringing" | "answered" | "completed";

const order: readonly LegMoment[] = ["initiated", "ringing", "answered", "completed"];

/** Reports a moment of the leg when the Number asked for it; `completed` alone unless it says otherwise. */
export function reportLeg(call: FakeCall, document: Document, { noun, booked }: Leg, moment: LegMoment): void {
  const { statusCallback, statusCallbackEvent = "completed", statusCallbackMethod } = noun.attributes;
  if (statusCallback === undefined || !statusCallbackEvent.split(" ").includes(moment)) return;
  const status = moment === "initiated" ? "initiated" : booked.status;
  call.report({
    kind: "status",
    event: status,
    method: methodOf(statusCallbackMethod),
    url: addressIn(document, statusCallback),
    params: {
      ...call.legParams(booked),
      CallbackSource: "call-progress-events",
      CallStatus: status,
      SequenceNumber: String(order.indexOf(moment)),
      Timestamp: stamp(call, new Date()),
      ...(moment === "completed"
        ? { CallDuration: String(booked.seconds), Duration: String(Math.ceil(booked.seconds / 60)) }
        : {}),
    },
  });
}
