import type { CarrierSkill } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";

/**
 * What each carrier can do of a plan, by what its folder renders and its own documents say. A flow that needs more is
 * told so when it is kept, not when somebody calls.
 *
 * Twilio reports no keys pressed during a Dial, and its one-way streams carry none ("DTMF isn't supported with
 * unidirectional Media Streams"). A whisper's document may hold no Dial, so the agent's leg cannot listen either.
 */
const twilio: ReadonlySet<CarrierSkill> = new Set([
  "question",
  "menu",
  "message",
  "record_all",
  "record_business",
  "ring_together",
  "whisper",
  "pause_recording",
  "text",
  "look_up",
  "reject",
]);

/** TeXML has no word for one side of a recording alone. */
const telnyx: ReadonlySet<CarrierSkill> = new Set([...twilio].filter((skill) => skill !== "record_business"));

/**
 * The dialplan listens to the keys of whoever answered (a dynamic feature) and sees whom the house transfers a call to; the PBX's manager mutes a recording. A
 * trunk carries calls, no texts.
 */
const asterisk: ReadonlySet<CarrierSkill> = new Set<CarrierSkill>([
  ...[...twilio].filter((skill) => skill !== "text" && skill !== "look_up"),
  "hear_agent_keys",
  "see_newcomers",
]);

const skills: Readonly<Record<CarrierConnection["carrier"], ReadonlySet<CarrierSkill>>> = {
  twilio,
  fake: twilio,
  telnyx,
  asterisk,
};

/** What this carrier can do besides what every carrier can. */
export function carrierSkills({ carrier }: Pick<CarrierConnection, "carrier">): ReadonlySet<CarrierSkill> {
  return skills[carrier];
}

/** Says whether a carrier can do one thing. */
export function carrierCan(connection: Pick<CarrierConnection, "carrier">, skill: CarrierSkill): boolean {
  return carrierSkills(connection).has(skill);
}
