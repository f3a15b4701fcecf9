import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { day, after, noRetentionWish, Phi, type RecordingId } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aNumber } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { lendTo } from "./lend-to.ts";
import { seedShop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of what is kept, held and forgotten must do. */
export function retentionContract(makeWorld: MakeWorld): void {
  inWorld("retention", makeWorld, (world) => {
    test("what an owner wants kept, the last round and the holds are the account's own", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { accounts } = world();
      const wish = { visitDays: 30, callerDays: undefined, recordingDays: 90 };
      const run = { at: at("10:00"), visitors: 1, callers: 2, recordings: 3, held: 4 };
      const hold = {
        id: randomUUID(),
        call: undefined,
        reason: "A letter",
        placedBy: "user:ann",
        placedAt: at("10:00"),
      };
      expect(await accounts.retention(shop.account)).toEqual(noRetentionWish);
      expect(await accounts.lastRetentionRun(shop.account)).toBeUndefined();

      await accounts.noteRetentionRun(shop.account, run);
      await accounts.saveRetention(shop.account, wish);
      await accounts.placeHold(shop.account, hold);

      expect(await accounts.retention(shop.account)).toEqual(wish);
      expect(await accounts.lastRetentionRun(shop.account)).toEqual(run);
      expect(await accounts.holds(shop.account)).toEqual([hold]);
      expect(await accounts.holds(other.account)).toEqual([]);
      expect(await accounts.retention(other.account)).toEqual(noRetentionWish);
      expect(await accounts.releaseHold(other.account, hold.id)).toBe(false);
      expect(await accounts.releaseHold(shop.account, hold.id)).toBe(true);
      expect(await accounts.holds(shop.account)).toEqual([]);
    });

    test("visitors are due when their last visit is; nobody else's are found", async () => {
      const [shop, other] = [await seedShop(world(), { slices: ["any", "any"] }), await seedShop(world())];
      const { accounts } = world();
      await lendTo(world(), shop, "ann", { now: at("10:00"), visitor: "ann" });
      await lendTo(world(), shop, "ann again", { now: at("11:00"), visitor: "ann" });
      await lendTo(world(), shop, "bob", { now: at("10:00"), visitor: "bob" });

      expect(await accounts.visitorsBefore(shop.account, at("10:30"), 10)).toEqual([anId("bob")]);
      expect(await accounts.visitorsBefore(shop.account, at("11:30"), 1)).toHaveLength(1);
      expect(await accounts.visitorsBefore(other.account, at("11:30"), 10)).toEqual([]);
      expect(await accounts.visitsOfVisitor(shop.account, anId("ann"))).toEqual([anId("ann again"), anId("ann")]);
      expect(await accounts.visitsOfVisitor(other.account, anId("ann"))).toEqual([]);
    });

    test("callers and recordings before a moment are forgotten, but for held calls", async () => {
      const shop = await seedShop(world());
      const { calls, care } = world();
      const { account, connection, site, numbers } = shop;
      const number = numbers[0]?.id ?? anId("none");
      for (const [nth, name] of ["old", "held", "new"].entries()) {
        const rangAt = after(at("10:00"), name === "new" ? 10 * day : 0);
        const call = aCall({ id: anId(name), connection, site, number, carrierRef: name, rangAt });
        await calls.ring(account, call);
        await care.saveCaller(account, call.id, { number: Phi.seal(aNumber()), name: undefined }, rangAt);
        const sound = {
          lengthMs: 1,
          channels: 1,
          size: 1,
          mediaType: "audio/wav",
          sha256: "0",
          storedAt: rangAt,
        } as const;
        await care.saveRecording(account, { id: anId(`recording ${nth}`), call: call.id, ...sound });
      }
      const before = after(at("10:00"), day);

      const due = await care.recordingsBefore(account, before);
      expect(new Set(due.map(({ call }) => call))).toEqual(new Set([anId("old"), anId("held")]));
      expect(await care.forgetCallersBefore(account, before, [anId("held")])).toBe(1);
      expect(await care.forgetCallersBefore(account, before, [anId("held")])).toBe(0);
      expect(await care.caller(account, anId("old"))).toBeUndefined();
      expect(await care.caller(account, anId("held"))).toBeDefined();
      expect(await care.caller(account, anId("new"))).toBeDefined();
      const ids: readonly RecordingId[] = [anId("recording 0")];
      await care.forgetRecordings((await seedShop(world())).account, ids);
      expect(await care.recording(account, anId("recording 0"))).toBeDefined();
      await care.forgetRecordings(account, ids);
      expect(await care.recording(account, anId("recording 0"))).toBeUndefined();
      expect(await care.recording(account, anId("recording 1"))).toBeDefined();
    });
  });
}
