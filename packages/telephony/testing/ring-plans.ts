import { parseE164, type E164 } from "@ringtrail/core";
import type { Callback, CallPlan } from "@ringtrail/core/call-flow";
import { renderPlan } from "../src/twilio/index.ts";
import { startPeer, type Peer, type PeerReply, type Received } from "./start-peer.ts";

/** The business behind the tracking number. */
export const business: E164 = e164("+14155550100");

/** 20 characters, which the fake carrier speaks in 1.2 s. */
export const notice = "Calls are recorded.!";

type Answers = Parameters<typeof startPeer>[0];

/**
 * Starts a peer that answers as our server does: notice first, unrecorded dial behind it; recording dial once the
 * notice was heard; then hang-up. `answers` replaces single doors.
 */
export function startOurPart(answers: Answers = {}): Promise<Peer> {
  const urls = (received: Received) => (callback: Callback) =>
    new URL(`/${callback}?number=1`, received.url).toString();
  const plan =
    (steps: CallPlan["steps"]) =>
    (received: Received): PeerReply =>
      renderPlan({ steps }, urls(received)).body;
  const dial = { do: "dial", to: [business], timeoutSeconds: 25, callerId: undefined } as const;
  return startPeer({
    "/voice": plan([
      { do: "notice", text: notice, language: "en-US", refusalKey: "9" },
      { ...dial, record: "none", report: false },
    ]),
    "/notice-ended": (received) =>
      plan([{ ...dial, record: (received.form.get("Digits") ?? "") === "" ? "both" : "none", report: true }])(received),
    "/dial-ended": plan([{ do: "hangup" }]),
    ...answers,
  });
}

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
