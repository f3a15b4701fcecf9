import { expect, test } from "vitest";
import { Phi } from "../src/index.ts";
import { aCallFlow, aNumber } from "./build-call.ts";
import { seedClinic } from "./seed-clinic.ts";
import { aSite, seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const ito = aNumber("+14155550171");

/** What every store must do with the names of a clinic's people and places. */
export function careNamesContract(makeWorld: MakeWorld): void {
  inWorld("a clinic's names", makeWorld, (world) => {
    test("its numbers' labels are told by the care side alone, and of no other account", async () => {
      const clinic = await seedClinic(world());
      const other = await seedClinic(world());
      const id = await world().accounts.saveTarget(clinic.account, clinic.site, { e164: ito, label: "Dr Ito" });

      const again = await world().accounts.saveTarget(clinic.account, clinic.site, {
        e164: ito,
        label: "Dr Ito, skin",
      });

      expect(again).toBe(id);
      expect(await shown(world(), clinic)).toContainEqual(["+14155550171", ""]);
      expect(await told(world(), clinic)).toContainEqual([clinic.site, "+14155550171", "Dr Ito, skin"]);
      expect(JSON.stringify(await told(world(), other))).not.toContain("Ito");
    });

    test("a site that is switched over takes its labels along; a shop's stay where everybody sees them", async () => {
      const shop = await seedShop(world());
      const { accounts } = world();
      await accounts.saveTarget(shop.account, shop.site, { e164: ito, label: "Dr Ito" });
      expect(await shown(world(), shop)).toContainEqual(["+14155550171", "Dr Ito"]);
      expect(await told(world(), shop)).toEqual([]);

      await accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));

      expect((await shown(world(), shop)).map(([, label]) => label)).toEqual(["", ""]);
      expect(await told(world(), shop)).toContainEqual([shop.site, "+14155550171", "Dr Ito"]);
      expect(await told(world(), shop)).toHaveLength(2);
    });

    test("its call flow is kept whole, calls go through it, and it is changed like any other", async () => {
      const clinic = await seedClinic(world());
      const { accounts, directory } = world();
      const { account, site, connection, source } = clinic;
      const seats = [{ phone: ito, place: "US-WA" }];
      const flow = aCallFlow({ isHealthcare: true, healthcare: { periodDays: 28 }, seats, blocked: [ito] });
      const route = async () => (await directory.routeByNumber(connection, source.e164))?.flow;

      expect(await accounts.saveFlow(account, site, flow)).toBe(true);
      expect([await accounts.flowOf(account, site), await route()]).toEqual([flow, flow]);
      expect((await directory.allRoutes()).find(({ number }) => number === source.id)?.flow).toEqual(flow);
      expect(await accounts.changeDestination(account, site, ito)).toBe(flow.destination);
      expect(await route()).toEqual({ ...flow, destination: ito });
      expect(await accounts.flowOf((await seedClinic(world())).account, site)).toBeUndefined();
    });

    test("its phones have random ids that they keep, told by the care side alone, and of no other account", async () => {
      const clinic = await seedClinic(world());
      const other = await seedClinic(world());
      const { care } = world();
      const desk = aNumber("+14155550172");

      const [first] = await care.namePhones(clinic.account, clinic.site, [ito]);
      const again = await care.namePhones(clinic.account, clinic.site, [desk, ito, ito]);

      expect(again.slice(1)).toEqual([first, first]);
      expect(new Set(again).size).toBe(2);
      // Version 4: nothing in it but chance.
      expect(again.every((id) => /^[\da-f]{8}-[\da-f]{4}-4/.test(id))).toBe(true);
      const named = await care.namedPhones(clinic.account, clinic.site);
      expect(new Map(named.map(({ id, phone }) => [id, Phi.reveal(phone, "care-screen")]))).toEqual(
        new Map([
          [first, ito],
          [again[0], desk],
        ]),
      );
      expect(await care.namePhones(clinic.account, clinic.site, [])).toEqual([]);
      expect(await care.namedPhones(other.account, other.site)).toEqual([]);
      expect(await care.namedPhones(other.account, clinic.site)).toEqual([]);
    });

    test("a site may be in the mode from its first row, and is saved again", async () => {
      const { account } = await seedShop(world());
      const { accounts } = world();
      const settings = { ...aSite(`clinic of ${account}`), flow: aCallFlow({ isHealthcare: true, blocked: [ito] }) };

      const made = await accounts.saveSite(account, settings);
      expect(await accounts.flowOf(account, made)).toEqual(settings.flow);
      const flow = aCallFlow({ isHealthcare: true, seats: [{ phone: ito, place: "US-OR" }] });
      expect(await accounts.saveSite(account, { ...settings, flow })).toBe(made);
      expect(await accounts.flowOf(account, made)).toEqual(flow);
    });
  });
}

/** What the marketing side says of a site's numbers. */
async function shown({ directory }: World, { account, siteKey }: Shop) {
  const [own] = (await directory.sitesOf(account)).filter(({ key }) => key === siteKey);
  expect(await directory.siteByKey(siteKey)).toEqual(own);
  return (own?.targets ?? []).map(({ e164, label }) => [e164, label] as const);
}

async function told({ care }: World, { account }: Shop) {
  const labels = await care.targetLabels(account);
  expect(JSON.stringify(labels)).not.toContain("Ito");
  return labels.map(({ site, e164, label }) => [site, e164, Phi.reveal(label, "care-screen")]);
}
