import type { DeliveryShown, DestinationShown } from "@ringtrail/api-contract";
import { callId } from "./sample-calls.ts";

/** The nth id of this kind of thing. */
const idOf = (kind: string, nth: number): string => `${kind}-0000-4000-8000-${String(nth).padStart(12, "0")}`;

/** A webhook that is well. */
export function aDestination(nth: number, over: Partial<DestinationShown> = {}): DestinationShown {
  return {
    id: idOf("de000000", nth),
    kind: "webhook",
    name: "CRM",
    isOn: true,
    facts: ["call.completed", "voicemail"],
    settings: { url: "https://crm.example.com/hooks", sendsCaller: false },
    failures: 0,
    createdAt: "2026-11-01T09:00:00.000Z",
    ...over,
  };
}

/** What was sent of a completed call, and taken. */
export function aDelivery(nth: number, destination: string, over: Partial<DeliveryShown> = {}): DeliveryShown {
  const at = new Date(Date.UTC(2026, 10, 25, 10) - nth * 60_000).toISOString();
  return {
    id: idOf("dd000000", nth),
    destination,
    event: { id: idOf("ee000000", nth), type: "call.completed", subject: callId(nth), sequence: 2, at },
    why: "live",
    state: "delivered",
    createdAt: at,
    request: `{"type":"call.completed","data":{"call":{"id":"${callId(nth)}","outcome":"missed"}}}`,
    tries: [{ at, tookMs: 12, status: 204 }],
    ...over,
  };
}
