import { expect, test } from "vitest";
import { besideCaller } from "../src/healthcare/index.ts";
import { after, minute, Phi, type CallId } from "../src/index.ts";
import type { CallQuery } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aNumber, aProof } from "./build-call.ts";
import { aTouch } from "./build-touch.ts";
import { at } from "./fixed-clock.ts";
import { aCallTo, seedClinic } from "./seed-clinic.ts";
import { aSite } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

const brand = aTouch({ channel: "paid_search", campaign: "brand", keyword: "dentist" });
const rare = aTouch({ channel: "paid_search", campaign: "brand", keyword: "implants" });
const march = { from: at("00:00"), before: after(at("00:00"), 30 * 24 * 60 * minute) };

/** What every store must do for a site in healthcare mode. */
export function healthcareContract(makeWorld: MakeWorld): void {
  inWorld("healthcare mode", makeWorld, (world) => {
    test("a call is kept without its number, and beside its caller stands the channel alone", async () => {
      const clinic = await seedClinic(world());
      const call = await aCallTo(world(), clinic, "one", rare);

      const facts = await world().calls.facts(clinic.account, call);

      expect(await world().calls.findByRef(clinic.account, clinic.connection, "one")).toBe(call);
      expect(facts).toMatchObject({ number: undefined, isHealthcare: true, touch: besideCaller("paid_search") });
      expect(facts).toMatchObject({ state: { phase: "ended", talkMs: 2 * minute }, sourceTouch: undefined });
      expect(JSON.stringify(facts)).not.toMatch(/implants|brand|google/);
    });

    test("its proofs stand in the care side's chain, which holds, and the marketing side has none of them", async () => {
      const clinic = await seedClinic(world());
      const call = await aCallTo(world(), clinic, "proved", rare);
      const other = await seedClinic(world());
      const { proofs } = world();

      const first = await proofs.append(clinic.account, aProof({ call }));
      const allowed = await proofs.append(clinic.account, aProof({ call, kind: "recording_allowed" }));

      expect(await proofs.append(clinic.account, aProof({ call, wording: "Other words" }))).toEqual(first);
      expect(await proofs.ofCall(clinic.account, call)).toEqual([first, allowed]);
      expect(await proofs.chain(clinic.account, 0, "care")).toEqual([first, allowed]);
      expect(await proofs.firstBroken(clinic.account, "care")).toBeUndefined();
      expect(await proofs.chain(clinic.account, 0)).toEqual([]);
      expect(await proofs.latest(clinic.account, undefined, 9)).toEqual([]);
      expect(await proofs.ofCall(other.account, call)).toEqual([]);
      await expect(proofs.append(other.account, aProof({ call }))).rejects.toBeInstanceOf(Error);
    });

    test("only who may know callers finds it in the list, among the calls of other sites", async () => {
      const clinic = await seedClinic(world());
      const call = await aCallTo(world(), clinic, "two", brand, at("11:00"));
      const shop = await world().accounts.saveSite(clinic.account, aSite(`${clinic.siteKey}-shop`));
      const place = { connection: clinic.connection, number: clinic.source.id, site: shop };
      await world().calls.ring(clinic.account, aCall({ ...place, id: anId("shop call"), carrierRef: "shop" }));
      const list = async (withHealthcare: boolean, cursor?: string) => {
        const page = await world().calls.list(clinic.account, { cursor, limit: 1, withHealthcare });
        return page.ok ? page.value : { calls: [], next: undefined };
      };

      const first = await list(true);
      const second = await list(true, first.next);

      expect([...first.calls, ...second.calls].map(({ id }) => id)).toEqual([call, anId("shop call")]);
      expect(second.next).toBeUndefined();
      expect((await list(false)).calls.map(({ id }) => id)).toEqual([anId("shop call")]);
    });

    test("no list of calls says by what it was asked for which keyword a caller came by", async () => {
      const clinic = await seedClinic(world());
      const call = await aCallTo(world(), clinic, "asked for", rare);
      const list = async (over: Partial<CallQuery>) => {
        const page = await world().calls.list(clinic.account, {
          cursor: undefined,
          limit: 9,
          withHealthcare: true,
          ...over,
        });
        return page.ok ? page.value.calls.map(({ id }) => id) : [];
      };

      expect(await list({ touch: { keyword: "implants" } })).toEqual([]);
      expect(await list({ words: "implants" })).toEqual([]);
      expect(await list({ who: "nobody" })).toEqual([]);
      expect(await list({ outcome: "answered", spam: "hide", words: "implants", orCalls: [call] })).toEqual([call]);
    });

    test("marketing is told counts, and no call of them before there are enough to hide among", async () => {
      const clinic = await seedClinic(world());
      const { account, site } = clinic;
      const report = async () => {
        const parts = [];
        for await (const part of world().money.creditable(account, { site, ...march })) parts.push(...part);
        return parts.map(({ sourceTouch }) => [sourceTouch?.campaign, sourceTouch?.keyword].join(" ")).toSorted();
      };
      for (const nth of [1, 2, 3, 4]) await aCallTo(world(), clinic, `call ${nth}`, brand);
      expect(await world().healthcare.publish(account, site, { before: "2026-03-03", least: 5 })).toBe(0);
      expect(await report()).toEqual([]);
      for (const nth of [5, 6]) await aCallTo(world(), clinic, `call ${nth}`, brand);
      for (const nth of [7, 8]) await aCallTo(world(), clinic, `call ${nth}`, rare);

      expect(await world().healthcare.publish(account, site, { before: "2026-03-02", least: 5 })).toBe(0);
      expect(await world().healthcare.publish(account, site, { before: "2026-03-03", least: 5 })).toBe(8);
      expect(await world().healthcare.publish(account, site, { before: "2026-03-03", least: 5 })).toBe(0);

      expect(await report()).toEqual(Array(8).fill("brand (hidden)"));
      expect(await world().healthcare.counts(account, "length", march)).toEqual([
        { firstDay: "2026-03-02", lastDay: "2026-03-02", cells: [{ path: ["1_to_5_min"], calls: 8 }] },
      ]);
    });

    test("pages of a clinic are counted by group and by period alone, and few of them are hidden", async () => {
      const { account, site } = await seedClinic(world());
      const other = await seedClinic(world());
      const { healthcare } = world();
      const open = async (group: string, times: number, day = "2026-03-02", kind: "page" | "tap" = "page") => {
        for (let nth = 0; nth < times; nth += 1) await healthcare.countPage(account, site, { kind, group, day });
      };
      const published = async (cut: "page" | "tap", of = account) =>
        (await healthcare.counts(of, cut, march)).map(({ firstDay, lastDay, cells }) => [
          firstDay,
          lastDay,
          Object.fromEntries(cells.map(({ path, calls }) => [path.length === 0 ? "(hidden)" : path[0], calls])),
        ]);
      await open("Implants", 7);
      await open("", 9, "2026-03-03");
      await open("Rare", 5, "2026-03-03");
      await open("HIV", 1, "2026-03-03");
      await open("Implants", 4, "2026-03-02", "tap");
      await open("Implants", 3, "2026-03-09");

      expect(await published("page")).toEqual([]);
      expect(await healthcare.publish(account, site, { before: "2026-03-09", least: 5 })).toBe(0);
      await healthcare.publish(account, site, { before: "2026-03-09", least: 5 });

      const week = ["2026-03-02", "2026-03-08", { Implants: 7, "": 9, "(hidden)": 6 }];
      expect(await published("page")).toEqual([week]);
      expect(await published("tap")).toEqual([]);
      await open("Implants", 2, "2026-03-09", "tap");
      await healthcare.publish(account, site, { before: "2026-03-16", least: 5 });
      expect(await published("page")).toEqual([week]);
      expect(await published("tap")).toEqual([["2026-03-02", "2026-03-15", { Implants: 6 }]]);
      expect(await published("page", other.account)).toEqual([]);
    });

    test("a call that was counted is forgotten with the way it came; the counts stay, and who waits to be counted", async () => {
      const clinic = await seedClinic(world());
      const { account, site } = clinic;
      const { care, healthcare, calls } = world();
      const counted: CallId[] = [];
      for (const nth of [1, 2, 3, 4, 5]) counted.push(await aCallTo(world(), clinic, `kept ${nth}`, brand));
      await healthcare.publish(account, site, { before: "2026-03-03", least: 5 });
      const waiting = await aCallTo(world(), clinic, "waits", rare, at("11:00"));
      const [withCaller, held] = counted;
      await care.saveCaller(
        account,
        withCaller ?? waiting,
        { number: Phi.seal(aNumber()), name: undefined },
        at("10:00"),
      );
      const soon = at("12:00");

      expect(await care.healthcareCallsBefore(account, at("09:00"), [])).toEqual([]);
      const due = await care.healthcareCallsBefore(account, soon, held === undefined ? [] : [held]);
      expect(new Set(due)).toEqual(new Set([...counted.slice(2), waiting]));
      const other = await seedClinic(world());
      expect(await care.healthcareCallsBefore(other.account, soon, [])).toEqual([]);
      const free = await healthcare.forgetLinks(account, due);
      expect(new Set(free)).toEqual(new Set(counted.slice(2)));
      await care.forgetHealthcareCalls(other.account, free);
      expect(await calls.facts(account, free[0] ?? waiting)).toBeDefined();
      await care.forgetHealthcareCalls(account, free);

      for (const call of free) expect(await calls.facts(account, call)).toBeUndefined();
      expect(await calls.facts(account, waiting)).toBeDefined();
      expect(await healthcare.counts(account, "length", march)).toMatchObject([{ cells: [{ calls: 5 }] }]);
      expect(await care.healthcareCallsBefore(account, soon, held === undefined ? [] : [held])).toEqual([waiting]);
    });

    test("the third table is looked into only by who broke the glass, and only when the log tells of it first", async () => {
      const clinic = await seedClinic(world());
      const { account } = clinic;
      const call = await aCallTo(world(), clinic, "seen", rare);
      const opening = { who: "ann", role: "owner", reason: "a patient asks", lengthMs: 5 * minute, needsSecond: true };
      const id = anId<string>(`opening ${account}`);
      const { healthcare } = world();
      const log = (action: string, actor: string) =>
        world().accounts.audit(account, { actor, action, object: id, at: at("12:00"), facts: {} });
      const look = () => healthcare.lookThroughGlass(account, id, call);

      await expect(healthcare.openGlass(account, id, opening)).rejects.toThrow("audit log");
      await log("glass.asked", "ann");
      await healthcare.openGlass(account, id, opening);
      await log("glass.looked", "ann");
      expect(await look()).toBeUndefined();
      await log("glass.agreed", "ann");
      expect(await healthcare.agreeToGlass(account, id, "ann")).toBe(false);
      expect(await healthcare.agreeToGlass(account, id, "bob")).toBe(true);

      expect(await look()).toMatchObject({ way: [...wayOf(rare)], length: "1_to_5_min" });
      await expect(look()).rejects.toThrow("audit log");
      expect(await healthcare.openings(account)).toMatchObject([{ id, who: "ann", agreedBy: "bob" }]);
    });
  });
}

const wayOf = ({ channel, source, medium, campaign = "", keyword = "" }: typeof rare) => [
  channel,
  source,
  medium,
  campaign,
  keyword,
];
