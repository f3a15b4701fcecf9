import { expect } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { business, pause, speak, type Piece } from "../sip/scenario.ts";
import { inTurn } from "../sound/hear.ts";
import { callsSoFar, newestCall } from "../stored-call.ts";
import { talksUntilHungUp } from "./parts.ts";

/** Picks up, talks, lets the recording rest by keypad for three seconds and more, lets it go on, and hangs up. */
const readsACard: readonly Piece[] = [
  business.untilInvited,
  business.ring,
  business.answer,
  speak,
  pause(5_000),
  business.press("*7"),
  pause(4_000),
  business.press("*8", 3),
  pause(4_000),
  business.hangUp,
];

await describeCalls("a card is read out to whoever answered", "every case", ({ lane, newer }) => {
  newer(
    "two keys let the recording rest on both sides, two let it go on, and the proof holds both instants",
    async () => {
      const before = await callsSoFar(lane());
      const heard = await placeCall(lane(), { caller: talksUntilHungUp, business: readsACard });
      expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B[B.]*$/);

      const { facts, proofs, recording } = await newestCall(lane(), before);
      expect(facts.events).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: "agent_pressed", keys: "*7" }),
          expect.objectContaining({ kind: "agent_pressed", keys: "*8" }),
        ]),
      );
      expect(proofs.slice(-2)).toEqual(["paused", "resumed"]);
      const [rest] = facts.state.rest.pauses;
      expect((rest?.to ?? 0) - (rest?.from ?? 0)).toBeGreaterThan(3_000);
      expect(recording?.heard.left).toMatch(/^\??C{4,}\??\.{6,9}\??C{4,}/);
      // Whoever presses keys hears a tone and is not heard until it is over.
      expect(recording?.heard.right).toMatch(/^\??B{4,}\??\.{6,14}\??B{4,}/);
    },
  );
});
