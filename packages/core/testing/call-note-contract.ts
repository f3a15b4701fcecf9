import { expect, test } from "vitest";
import { after, minute, Phi, type CallId } from "../src/index.ts";
import type { CallNote, KeptCallNote } from "../src/ports/index.ts";
import { aCall, aNumber } from "./build-call.ts";
import { anId } from "./an-id.ts";
import { at } from "./fixed-clock.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const written = (note: Partial<CallNote>, minutes = 0): KeptCallNote => ({
  note: Phi.seal({ lead: undefined, tags: [], text: undefined, ...note }),
  author: "user:ann",
  at: after(at("10:00"), minutes * minute),
});

/** What every store of notes about calls must do. */
export function callNoteContract(makeWorld: MakeWorld): void {
  const aRungCall = async (world: World) => {
    const { account, connection, site, source } = await seedShop(world);
    const call = anId<CallId>("noted");
    const rang = aCall({ id: call, connection, site, number: source.id, rangAt: at("10:00") });
    await world.calls.ring(account, rang);
    await world.care.saveCaller(account, call, { number: Phi.seal(aNumber()), name: undefined }, at("10:00"));
    return { account, call };
  };
  inWorld("notes about calls", makeWorld, (world) => {
    test("what was written last is what is read, word for word, and another account reads nothing", async () => {
      const { account, call } = await aRungCall(world());
      const { care, accounts } = world();
      expect(await care.noteOf(account, call)).toBeUndefined();

      await care.writeNote(account, call, written({ text: "first" }));
      await care.writeNote(
        account,
        call,
        written({ lead: "won", tags: ["roof", "\u00fc"], text: "Calls again \u2615" }, 5),
      );

      const kept = await care.noteOf(account, call);
      expect(kept && Phi.reveal(kept.note, "care-screen")).toEqual({
        lead: "won",
        tags: ["roof", "\u00fc"],
        text: "Calls again \u2615",
      });
      expect([kept?.author, kept?.at]).toEqual(["user:ann", after(at("10:00"), 5 * minute)]);
      expect(await care.noteOf(await accounts.createAccount("other"), call)).toBeUndefined();
    });

    test("a note is forgotten with its caller: by their wish, and by age", async () => {
      const { account, call } = await aRungCall(world());
      const { care } = world();
      await care.writeNote(account, call, written({ text: "Ann, back pain" }));
      await care.forgetCalls(account, [call]);
      expect(await care.noteOf(account, call)).toBeUndefined();

      await care.saveCaller(account, call, { number: Phi.seal(aNumber()), name: undefined }, at("10:00"));
      await care.writeNote(account, call, written({ text: "Ann again" }));
      expect(await care.forgetCallersBefore(account, at("10:01"), [])).toBe(1);
      expect(await care.noteOf(account, call)).toBeUndefined();
    });
  });
}
