import type { Document } from "./ask-document.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { reportLeg, type Leg } from "./report-leg.ts";
import { secondsOf } from "./speak.ts";

/** What came of ringing. `answered` is undefined when nobody picked up or the caller hung up. */
export interface Rung {
  readonly answered: Leg | undefined;
  readonly first: Leg;
}

/** Rings every Number of a Dial at once. The script's answer is that of the number it names, else of the first one. */
export async function ringLegs(call: FakeCall, dial: TwimlVerb, document: Document): Promise<Rung> {
  const nouns = dial.children.filter((child) => child.name === "Number");
  const callerId = dial.attributes["callerId"] ?? call.booked.from;
  const [noun = dial, ...others] = nouns;
  const toLeg = (one: TwimlVerb): Leg => ({ noun: one, booked: call.newLeg(one.text, callerId) });
  const first = toLeg(noun);
  const legs = [first, ...others.map(toLeg)];
  for (const leg of legs) {
    reportLeg(call, document, leg, "initiated");
    leg.booked.status = answerOf(call, leg) === "failed" ? "failed" : "ringing";
    if (leg.booked.status === "ringing") reportLeg(call, document, leg, "ringing");
  }
  const answered = await waitForAnswer(call, dial, legs);
  for (const leg of legs) {
    if (leg === answered) continue;
    leg.booked.endedAt = new Date();
    reportLeg(call, document, leg, "completed");
  }
  if (answered === undefined) return { answered, first };
  answered.booked.status = "in-progress";
  reportLeg(call, document, answered, "answered");
  return { answered, first };
}

/** Lets it ring until somebody answers or the patience is over, and books how the other legs ended. */
async function waitForAnswer(call: FakeCall, dial: TwimlVerb, legs: readonly Leg[]): Promise<Leg | undefined> {
  const rings = legs.filter(({ booked }) => booked.status === "ringing");
  if (rings.length === 0) return undefined;
  const { ringSeconds, hangupDuring } = call.script;
  const fromMs = call.line.nowMs;
  const patienceMs = secondsOf(dial.attributes["timeout"], 30);
  const answering = rings.find((leg) => answerOf(call, leg) === "answered");
  const isBusy = rings.every((leg) => answerOf(call, leg) === "busy");
  const waits = answering !== undefined ? ringSeconds * 1_000 : isBusy ? 1_000 : Number.POSITIVE_INFINITY;
  const ringMs = Math.min(patienceMs, waits);
  const isHere = await call.pass(hangupDuring === "ringing" ? ringMs / 2 : ringMs);
  if (hangupDuring === "ringing") call.end("caller_hung_up");
  call.line.sounded({ who: "carrier", what: "ringback", fromMs });
  const isLeft = !isHere || call.isGone;
  const answered = !isLeft && waits <= patienceMs ? answering : undefined;
  for (const leg of rings) {
    if (leg === answered) continue;
    if (isLeft || answered !== undefined) leg.booked.status = "canceled";
    else leg.booked.status = answerOf(call, leg) === "busy" ? "busy" : "no-answer";
  }
  return answered;
}

/** What the phone of a leg does. */
function answerOf({ script }: FakeCall, { booked }: Leg): typeof script.answer {
  return script.phones[booked.to] ?? script.answer;
}
