import { expect } from "vitest";
import type { Lane } from "../lane.ts";
import { describeCalls } from "../lane-mode.ts";
import { placeCall } from "../place-call.ts";
import { business, pause, speak, caller, type Piece } from "../sip/scenario.ts";
import { joinTalks } from "../sip/join-talks.ts";
import { startTelephone, type Telephone } from "../sip/telephone.ts";
import { hear, inTurn } from "../sound/hear.ts";
import { telephoneRate } from "../sound/ulaw.ts";
import { addresses } from "../start-asterisk.ts";
import { callsSoFar, newestCall } from "../stored-call.ts";
import { picksUpFor, talksUntilHungUp } from "./parts.ts";

/** A port at which nobody answers. */
const nobody = 9;

const untilSpoken: readonly Piece[] = [business.untilInvited, business.ring, business.answer, speak];

/** The telephone of whoever the call is passed on to. */
const aColleague = ({ engine, folder, place, tones }: Lane, name: string, ms: number): Promise<Telephone> =>
  startTelephone(engine, folder, {
    name,
    address: addresses.colleague,
    port: place.businessPort,
    pieces: picksUpFor(ms),
    toneFile: tones.business,
  });

/** Everything a telephone heard, in turn. Asterisk that takes a shorter way speaks from another port, a line of its own. */
const heardAt = ({ ear }: Telephone): string => inTurn(ear.lines().map(hear).join(""));

/** So many seconds of sound came to this telephone. */
async function hasHeard(telephone: Telephone | undefined, seconds: number): Promise<void> {
  const heard = () => Math.max(0, ...(telephone?.ear.lines() ?? []).map(({ length }) => length)) / telephoneRate;
  await expect.poll(heard, { timeout: 60_000, interval: 100 }).toBeGreaterThan(seconds);
}

/** Whoever answered asks a colleague while the caller waits, and joins the two; `before` is done just before that. */
async function askAndJoin(lane: Lane, name: string, before: () => void): Promise<string> {
  const { engine, folder, place, tones } = lane;
  const colleague = await aColleague(lane, `${name}-colleague`, 15_000);
  let second: Telephone | undefined;
  try {
    await placeCall(lane, {
      caller: talksUntilHungUp,
      business: [...untilSpoken, business.untilHungUp],
      meanwhile: async ({ business: first }) => {
        await hasHeard(first, 5);
        second = await startTelephone(engine, folder, {
          name: `${name}-question`,
          address: addresses.business,
          pieces: [caller.invite, caller.untilAnswered, speak, caller.untilHungUp],
          toneFile: tones.business,
          rings: { sipPort: place.sipPort, number: "205", from: "101", name: "FRONT DESK" },
        });
        await hasHeard(second, 2);
        before();
        if (first !== undefined)
          await joinTalks({ address: addresses.business, sipPort: place.sipPort, first, second, extension: "205" });
        await Promise.all([second.done, colleague.done]);
      },
    });
    return heardAt(colleague);
  } finally {
    await Promise.all([colleague.stop(), second?.stop()]);
  }
}

await describeCalls("a call that is passed on", "every case", ({ lane, newer }) => {
  newer("the recording rests until the colleague it was transferred to was told, and then goes on", async () => {
    const before = await callsSoFar(lane());
    const colleague = await aColleague(lane(), "colleague", 6_000);
    const passesOn = [...untilSpoken, pause(7_000), business.transferTo("205"), business.untilHungUp];
    try {
      await placeCall(lane(), { caller: talksUntilHungUp, business: passesOn });
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
    expect(facts.events.filter(({ kind }) => kind === "joined")).toHaveLength(1);
    expect(proofs.slice(-3)).toEqual(["paused", "told", "resumed"]);
    expect(heardAt(colleague)).toBe("WC");
    expect(recording?.heard.right).toMatch(/^\??B{2,}[?.]*B{4,}/);
    expect(inTurn(recording?.heard.right ?? "")).toBe("B");
  });

  newer(
    "after a question first the recording rests from the first moment on, and whoever was asked is told",
    async () => {
      const before = await callsSoFar(lane());
      // The two are joined at once, and hear each other while the newcomer is told.
      expect(await askAndJoin(lane(), "asked", () => undefined)).toMatch(/^BC?WC$/);

      const { facts, proofs, recording } = await newestCall(lane(), before);
      expect(facts.events).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: "joined", who: "205" }),
          expect.objectContaining({ kind: "newcomer_told", who: "205" }),
        ]),
      );
      expect(proofs.slice(-3)).toEqual(["paused", "told", "resumed"]);
      const [rest] = facts.state.rest.pauses;
      expect((rest?.to ?? 0) - (rest?.from ?? 0)).toBeGreaterThan(2_000);
      expect(recording?.heard.left).toMatch(/^\??C{6,}[?.]{4,}C{4,}/);
      expect(recording?.heard.right).toMatch(/^\??B{6,}[?.]{4,}B{4,}/);
    },
  );

  newer("joined while we cannot be asked: the recording ends there, and the talk goes on", async () => {
    const before = await callsSoFar(lane());
    expect(await askAndJoin(lane(), "alone", () => lane().answerAt(nobody))).toBe("BC");
    lane().answerAt(undefined);

    const { facts, proofs, recording } = await newestCall(lane(), before);
    expect(facts.state.businessEnd).toBe("answered");
    expect(proofs).not.toContain("resumed");
    expect(facts.state.talkMs - (recording?.seconds ?? 0) * 1_000).toBeGreaterThan(6_000);
  });
});
