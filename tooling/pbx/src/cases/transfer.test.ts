import { expect } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { business, pause, speak } from "../sip/scenario.ts";
import { startTelephone } from "../sip/telephone.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { addresses } from "../start-asterisk.ts";
import { callsSoFar, newestCall } from "../stored-call.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

await describeCalls("a call that is passed on", "every case", ({ lane, newer }) => {
  newer("the recording rests until the colleague it was transferred to was told, and then goes on", async () => {
    const before = await callsSoFar(lane());
    const { engine, folder, place, tones } = lane();
    const colleague = await startTelephone(engine, folder, {
      name: "colleague",
      address: addresses.colleague,
      port: place.businessPort,
      pieces: picksUpFor(6_000),
      toneFile: tones.business,
    });
    const passesOn = [business.untilInvited, business.ring, business.answer, speak, pause(7_000)];
    try {
      await placeCall(lane(), { caller: talksUntilHungUp, business: [...passesOn, business.transferTo("205")] });
      await colleague.done;
    } finally {
      await colleague.stop();
    }

    const { facts, proofs, recording } = await newestCall(lane(), before);
    expect(facts.events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "joined", who: "205" }),
        expect.objectContaining({ kind: "newcomer_told", who: "205" }),
      ]),
    );
    expect(proofs.slice(-3)).toEqual(["paused", "told", "resumed"]);
    // Asterisk may take a shorter way once the two are connected: then it speaks from another port, a line of its own.
    expect(inTurn(colleague.ear.lines().map(hear).join(""))).toBe("WC");
    expect(recording?.heard.right).toMatch(/^\??B{2,}[?.]*B{4,}/);
    expect(inTurn(recording?.heard.right ?? "")).toBe("B");
  });
});
