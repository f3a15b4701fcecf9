import type { Instant } from "@ringtrail/core";
import type { CallerEvidence, ProofFacts } from "@ringtrail/core/consent";

type Told = NonNullable<ProofFacts["told"]>;

const how: Readonly<Record<Told, string>> = {
  notice: "by the notice before any recording",
  question: "by the question before any recording",
  repeat: "by the short notice inside the recording",
  whisper: "by a sentence before being connected",
  standing: "beforehand, by a notice on file",
  reported: "as whoever let them join reported",
};

const whom: Readonly<Record<NonNullable<ProofFacts["party"]>, string>> = {
  caller: "The caller",
  business: "Whoever answers",
  newcomer: "The person who joined",
};

const answered: Readonly<Record<NonNullable<ProofFacts["answer"]>["how"], string>> = {
  key: "The answer came by a key.",
  speech: "The answer was spoken.",
  silence: "There was no answer.",
};

/**
 * Says what else a proof says, a sentence each: who was told and how, from when to when, the answer, why a recording
 * rested. What a caller answered stays in the proof itself.
 *
 * @param sayMoment writes an instant as the page does.
 */
export function sayProofFacts(facts: ProofFacts, sayMoment: (at: Instant) => string): readonly string[] {
  const { party, told, answer, sides, pause, standing, soundSha256 } = facts;
  const said: string[] = [];
  if (told !== undefined) said.push(`${whom[party ?? "caller"]} is told ${how[told]}.`);
  if (standing !== undefined) {
    said.push(
      `${standing.person} was told at ${sayMoment(standing.toldAt)}; SHA-256 of that text: ${standing.textSha256}.`,
    );
  }
  if (answer !== undefined) said.push(answered[answer.how]);
  if (sides !== undefined)
    said.push(sides === "both" ? "Both sides are recorded." : "Only the business's side is recorded.");
  if (pause !== undefined) {
    const why = pause.why === "card_data" ? "card data was being spoken" : "somebody joined who had not been told";
    said.push(`It rested because ${why}, on the word of ${pause.by}.`);
  }
  const span = saySpan(facts, sayMoment);
  if (span !== undefined) said.push(span);
  if (soundSha256 !== undefined) said.push(`SHA-256 of the sound that was played: ${soundSha256}.`);
  return said;
}

function saySpan(facts: ProofFacts, sayMoment: (at: Instant) => string): string | undefined {
  const { startedAt, finishedAt, finishedBy } = facts;
  if (startedAt === undefined) return finishedAt === undefined ? undefined : `It ended at ${sayMoment(finishedAt)}.`;
  const began = `It began at ${sayMoment(startedAt)}`;
  if (finishedAt !== undefined) return `${began} and ended at ${sayMoment(finishedAt)}.`;
  if (finishedBy === undefined) return `${began}.`;
  return `${began} and was heard to its end before both were connected, as the carrier said at ${sayMoment(finishedBy)}.`;
}

/** Says what a decision was asked, apart from the caller's number. */
export function sayInputs(inputs: NonNullable<ProofFacts["inputs"]>, nameOf: (place: string) => string): string {
  const { businessJurisdictions, agentLocation, agentLocations = [], recordingLocation } = inputs;
  const { channel, direction, callerNumber, callerEvidence } = inputs;
  const asked = [
    `business in ${businessJurisdictions.map(nameOf).join(" and ")}`,
    agentLocation === undefined ? "" : `the person answering in ${nameOf(agentLocation)}`,
    agentLocations.length === 0 ? "" : `whoever answers in ${agentLocations.map(nameOf).join(" or ")}`,
    recordingLocation === undefined ? "" : `the recorder in ${nameOf(recordingLocation)}`,
    `${direction ?? "inbound"} by ${(channel ?? "phone").replace("_", " ")}`,
    `the caller's number ${callerNumber}`,
    ...(callerEvidence === undefined ? [] : sayCaller(callerEvidence, nameOf)),
    ...Object.entries(inputs.flags ?? {}).flatMap(([flag, value]) => sayFlag(flag, value)),
  ];
  return `Asked: ${asked.filter((part) => part !== "").join("; ")}.`;
}

function sayCaller(
  { lineType, declared, billing, visits = [] }: Omit<CallerEvidence, "number">,
  nameOf: (place: string) => string,
): readonly string[] {
  const likely = visits.map(({ place, probability }) => `${nameOf(place)} (${Math.round(probability * 100)} %)`);
  return [
    lineType === undefined || lineType === "unknown" ? "" : `a ${lineType.replace("_", "-")} number`,
    declared === undefined ? "" : `the caller says ${nameOf(declared)}`,
    billing === undefined ? "" : `billed in ${nameOf(billing)}`,
    likely.length === 0 ? "" : `the visits that may have called in ${likely.join(", ")}`,
  ];
}

/** `announcementWording` is a name of the API; a person reads `announcement wording`. */
function sayFlag(flag: string, value: unknown): readonly string[] {
  if (value === undefined) return [];
  const name = flag.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [`${name}: ${value === true ? "yes" : value === false ? "no" : String(value).replaceAll("_", " ")}`];
}
