import { expect, test } from "vitest";
import { after, minute, Phi, type CallId, type Instant, type RecordingId } from "../src/index.ts";
import type { Caller, RecordingFacts } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aNumber } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const annsPhone = aNumber("+14155550123");
const withheld: Caller = { number: undefined, name: undefined };
const caller = (number = annsPhone, name?: string): Caller => ({
  number: Phi.seal(number),
  name: name === undefined ? undefined : Phi.seal(name),
});

/** What every store of the care side must do. */
export function careStoreContract(makeWorld: MakeWorld): void {
  inWorld("care store", makeWorld, (world) => {
    test("who called is kept and comes back sealed", async () => {
      const shop = await seedShop(world());
      await calls(world(), shop, "one", at("10:00"), caller(annsPhone, "Ann Müller"));

      const kept = await world().care.caller(shop.account, anId("one"));

      expect(kept && kept.number && Phi.reveal(kept.number, "care-screen")).toBe(annsPhone);
      expect(kept && kept.name && Phi.reveal(kept.name, "care-screen")).toBe("Ann Müller");
      expect(JSON.stringify(kept)).not.toContain("5550123");
    });

    test("a second telling changes nothing", async () => {
      const shop = await seedShop(world());
      await calls(world(), shop, "one", at("10:00"), caller());

      await world().care.saveCaller(shop.account, anId("one"), caller(aNumber("+14155550124")), at("10:00"));

      const kept = await world().care.caller(shop.account, anId("one"));
      expect(kept?.number && Phi.reveal(kept.number, "care-screen")).toBe(annsPhone);
    });

    test("a name that is looked up later is kept where there is none, and takes no other's place", async () => {
      const shop = await seedShop(world());
      await calls(world(), shop, "one", at("10:00"), caller());
      await calls(world(), shop, "two", at("10:01"), caller(annsPhone, "Ann Müller"));
      const { care } = world();

      await care.nameCaller(shop.account, anId("one"), Phi.seal("ANN M"));
      await care.nameCaller(shop.account, anId("two"), Phi.seal("ANN M"));

      const nameOf = async (call: string) => {
        const name = (await care.caller(shop.account, anId(call)))?.name;
        return name && Phi.reveal(name, "care-screen");
      };
      expect(await nameOf("one")).toBe("ANN M");
      expect(await nameOf("two")).toBe("Ann Müller");
    });

    test("a caller is found again by number: earlier calls, newest first, without this one or later ones", async () => {
      const shop = await seedShop(world());
      for (const time of ["09:00", "08:00", "10:00", "11:00"]) await calls(world(), shop, time, at(time), caller());
      await calls(world(), shop, "someone else", at("09:30"), caller(aNumber("+14155550124")));

      expect(await world().care.earlierCalls(shop.account, anId("10:00"))).toEqual([
        { call: anId("09:00"), at: at("09:00") },
        { call: anId("08:00"), at: at("08:00") },
      ]);
      expect(await world().care.earlierCalls(shop.account, anId("08:00"))).toEqual([]);
    });

    test("the calls of a number are found by it, newest first, and none of another's", async () => {
      const shop = await seedShop(world());
      for (const time of ["07:00", "08:00", "09:00"]) await calls(world(), shop, time, at(time), caller());
      await calls(world(), shop, "bob", at("09:30"), caller(aNumber("+14155550124")));
      await calls(world(), shop, "hidden", at("09:40"), withheld);
      const { care } = world();

      expect(await care.callsFrom(shop.account, Phi.seal(annsPhone), at("08:00"))).toEqual([
        { call: anId("09:00"), at: at("09:00") },
        { call: anId("08:00"), at: at("08:00") },
      ]);
      expect(await care.callsFrom(shop.account, Phi.seal(aNumber("+14155550129")), at("08:00"))).toEqual([]);
      const other = await seedShop(world());
      expect(await care.callsFrom(other.account, Phi.seal(annsPhone), at("08:00"))).toEqual([]);
    });

    test("of calls that are forgotten nobody knows who made them, and which recordings are to go is told", async () => {
      const shop = await seedShop(world());
      for (const time of ["07:00", "08:00"]) await calls(world(), shop, time, at(time), caller());
      await world().care.saveRecording(shop.account, aRecording("08:00"));
      const other = await seedShop(world());
      const { care } = world();

      expect(await care.forgetCalls(other.account, [anId("08:00")])).toEqual([]);
      expect(await care.forgetCalls(shop.account, [anId("08:00")])).toEqual([aRecording("08:00").id]);

      expect(await care.caller(shop.account, anId("08:00"))).toBeUndefined();
      expect(await care.recordingOf(shop.account, anId("08:00"))).toBeUndefined();
      expect(await care.callsFrom(shop.account, Phi.seal(annsPhone), at("00:00"))).toEqual([
        { call: anId("07:00"), at: at("07:00") },
      ]);
      expect(await care.forgetCalls(shop.account, [])).toEqual([]);
    });

    test("callers who withhold their number are kept and never taken for one another", async () => {
      const shop = await seedShop(world());
      await calls(world(), shop, "one", at("09:00"), withheld);
      await calls(world(), shop, "two", at("10:00"), withheld);

      expect(await world().care.caller(shop.account, anId("one"))).toEqual(withheld);
      expect(await world().care.earlierCalls(shop.account, anId("two"))).toEqual([]);
    });

    test("people are counted once however often they call, and only since then and before the call", async () => {
      const shop = await seedShop(world());
      const bob = caller(aNumber("+14155550124"));
      for (const time of ["07:00", "08:00", "09:00", "10:00"]) await calls(world(), shop, time, at(time), caller());
      await calls(world(), shop, "bob", at("09:30"), bob);
      await calls(world(), shop, "later", at("11:00"), caller(aNumber("+14155550125")));
      await calls(world(), shop, "hidden", at("09:40"), withheld);
      const { care } = world();

      expect(await care.callersBefore(shop.account, anId("10:00"), at("07:30"))).toBe(2);
      expect(await care.callersBefore(shop.account, anId("10:00"), at("09:15"))).toBe(1);
      expect(await care.callersBefore(shop.account, anId("07:00"), at("06:00"))).toBe(0);
    });

    test("who called since then is told by one name each and their number, and nothing of withheld numbers", async () => {
      const shop = await seedShop(world());
      for (const time of ["07:00", "08:00", "09:00"]) await calls(world(), shop, time, at(time), caller());
      await calls(world(), shop, "bob", at("09:30"), caller(aNumber("+14155550124")));
      await calls(world(), shop, "hidden", at("09:40"), withheld);

      const told = await world().care.callersSince(shop.account, at("08:00"));

      const whoOf = new Map(told.map(({ call, who }) => [call, who]));
      expect([...whoOf.keys()].toSorted()).toEqual([anId("08:00"), anId("09:00"), anId("bob")].toSorted());
      expect(whoOf.get(anId("08:00"))).toBe(whoOf.get(anId("09:00")));
      expect(whoOf.get(anId("bob"))).not.toBe(whoOf.get(anId("08:00")));
      const bob = told.find(({ call }) => call === anId("bob"));
      expect(bob && Phi.reveal(bob.number, "care-screen")).toBe("+14155550124");
    });

    test("of a caller who rings all day the last fifty calls are told", async () => {
      const shop = await seedShop(world());
      const times = Array.from({ length: 52 }, (_, nth) => after(at("09:00"), nth * minute));
      for (const [nth, time] of times.entries()) await calls(world(), shop, `call ${nth}`, time, caller());

      const earlier = await world().care.earlierCalls(shop.account, anId("call 51"));

      expect(earlier.map((ring) => ring.at)).toEqual(times.slice(1, 51).toReversed());
    });

    test("a recording's row is kept once and found by its call and by its id", async () => {
      const shop = await seedShop(world());
      await calls(world(), shop, "one", at("10:00"), caller());
      const recording = aRecording("one");
      await world().care.saveRecording(shop.account, recording);
      await world().care.saveRecording(shop.account, { ...recording, size: 1 });

      expect(await world().care.recordingOf(shop.account, anId("one"))).toEqual(recording);
      expect(await world().care.recording(shop.account, recording.id)).toEqual(recording);
      expect(await world().care.recordingOf(shop.account, anId("none"))).toBeUndefined();
    });

    test("another account sees neither callers nor recordings, nor that they called before", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      await calls(world(), shop, "one", at("09:00"), caller());
      await world().care.saveRecording(shop.account, aRecording("one"));
      await calls(world(), other, "theirs", at("10:00"), caller());
      const { care } = world();

      expect(await care.caller(other.account, anId("one"))).toBeUndefined();
      expect(await care.earlierCalls(other.account, anId("theirs"))).toEqual([]);
      expect(await care.earlierCalls(other.account, anId("one"))).toEqual([]);
      expect(await care.callersBefore(other.account, anId("theirs"), at("08:00"))).toBe(0);
      expect((await care.callersSince(other.account, at("08:00"))).map(({ call }) => call)).toEqual([anId("theirs")]);
      expect(await care.recordingOf(other.account, anId("one"))).toBeUndefined();
      expect(await care.recording(other.account, aRecording("one").id)).toBeUndefined();
      await expect(care.saveCaller(other.account, anId("one"), caller(), at("09:00"))).rejects.toBeInstanceOf(Error);
      await expect(care.saveRecording(other.account, aRecording("one"))).rejects.toBeInstanceOf(Error);
    });
  });
}

function aRecording(call: string): RecordingFacts {
  return {
    id: anId<RecordingId>(`recording of ${call}`),
    call: anId<CallId>(call),
    lengthMs: 61_500,
    channels: 2,
    size: 984_044,
    mediaType: "audio/wav",
    sha256: "ab".repeat(32),
    storedAt: at("10:05"),
  };
}

/** A call rings and its caller is kept. */
async function calls({ calls: store, care }: World, shop: Shop, name: string, rangAt: Instant, who: Caller) {
  const { account, connection, site, numbers } = shop;
  const number = numbers[0]?.id ?? anId("none");
  await store.ring(account, aCall({ id: anId(name), carrierRef: name, connection, site, number, rangAt }));
  await care.saveCaller(account, anId(name), who, rangAt);
}
