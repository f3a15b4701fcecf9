import { expect, test } from "vitest";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { startPlanPeer } from "../plan-peer.ts";
import { numbers } from "../seed-business.ts";
import { caller } from "../sip/scenario.ts";
import { inTurn } from "../sound/hear.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

/** A port at which nobody answers. */
const nobody = 9;

await describeCalls("an owner who wants no call without a notice", "every case", ({ lane }) => {
  test("what must be said and cannot be ends the call: the business never rings", async () => {
    const dial = { do: "dial", to: [numbers.business], timeoutSeconds: 6, record: "none", report: false } as const;
    const unsaid = { do: "say", text: "Words nobody recorded.", language: "en-US", must: true } as const;
    const peer = await startPlanPeer(lane(), { voice: [unsaid, { ...dial, callerId: undefined }] });
    lane().answerAt(peer.port);
    await placeCall(lane(), { caller: [caller.invite, caller.untilRefused(404)] });
    await lane().asterisk.settled();
    lane().answerAt(undefined);
    expect(peer.events.map(({ kind }) => kind)).toEqual(["ended"]);
  });

  test("without the server the dialplan says the notice itself, and then rings the business", async () => {
    lane().answerAt(nobody);
    const heard = await placeCall(lane(), {
      to: numbers.noticed,
      caller: talksUntilHungUp,
      business: picksUpFor(3_000),
    });
    expect(inTurn(heard.callerHeard)).toMatch(/^Nr?B$/);
    lane().answerAt(undefined);
  });
});
