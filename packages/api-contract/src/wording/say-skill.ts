import type { CarrierSkill } from "@ringtrail/core/call-flow";

const cannot: Readonly<Record<CarrierSkill, string>> = {
  question: "cannot ask for a spoken or pressed yes: callers whose place wants one are put through unrecorded",
  menu: "cannot ask for a key: callers go straight to the business",
  message: "cannot take messages",
  record_all: "cannot record from a moment on: calls that need the notice inside the recording are not recorded",
  record_business: "cannot record the business's side alone",
  ring_together: "cannot ring several phones at once: only the first one rings",
  whisper: "cannot whisper to whoever answers: they must be told of the recording beforehand",
  pause_recording: "cannot pause a running recording: switch recording off for lines that take cards",
  hear_agent_keys:
    "does not tell us of keys pressed during a talk: whoever answers pauses a recording by the API, not by the keypad",
  see_newcomers:
    "does not tell us when somebody joins a running call: whoever lets them in says so over the API, and nothing is recorded until they were told",
  look_up: "tells no caller's name: only what comes with the call is kept",
  text: "cannot send texts: the call's events tell a program of yours when one is due",
  reject: "cannot turn a call away unanswered",
};

/** What carriers call themselves; any other is called as it is kept. */
const names: ReadonlyMap<string, string> = new Map([
  ["twilio", "Twilio"],
  ["telnyx", "Telnyx"],
  ["asterisk", "Your own Asterisk"],
  ["fake", "The carrier of the demo"],
]);

/** Says in one sentence what a carrier cannot do. */
export function sayMissingSkill(carrier: string, skill: CarrierSkill): string {
  return `${names.get(carrier) ?? carrier} ${cannot[skill]}.`;
}
