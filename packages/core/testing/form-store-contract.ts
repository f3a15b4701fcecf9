import { expect, test } from "vitest";
import { after, day, hour, type SiteId, type VisitId } from "../src/index.ts";
import type { Fact, NewForm, ReportPeriod } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCallFlow } from "./build-call.ts";
import { aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { aSite, seedShop, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const today: ReportPeriod = { from: at("00:00"), before: after(at("00:00"), day) };
const ann = anId<VisitId>("ann");

function aForm(site: SiteId, more: Partial<NewForm> = {}): NewForm {
  const said = { name: "contact", ref: "77", page: "/contact", visit: ann, touch: undefined };
  return { id: anId<string>(`form of ${site}`), site, ...said, sentAt: at("10:00"), ...more };
}

/** What every store of forms must do. */
export function formStoreContract(makeWorld: MakeWorld): void {
  inWorld("form store", makeWorld, (world) => {
    test("a form is kept and told once, with the way its visit came", async () => {
      const shop = await aVisitedShop(world());
      const { account, site } = shop;
      const touch = aTouch({ channel: "direct" });

      expect(await world().forms.keep(account, aForm(site, { touch }))).toBe(true);
      expect(await world().forms.keep(account, aForm(site, { name: "again" }))).toBe(false);

      const siteName = `Site ${shop.siteKey}`;
      expect(await world().forms.list(account, today, 10)).toEqual([{ ...aForm(site), touch: aTouch(), siteName }]);
      const { channel, source, medium, campaign, keyword, clickId } = aTouch();
      const credit = { channel, source, medium, campaign, keyword, clickId };
      expect(await facts(world(), shop)).toMatchObject([
        {
          subject: aForm(site).id,
          at: at("10:00"),
          call: undefined,
          about: {
            site,
            siteName,
            isHealthcare: false,
            name: "contact",
            ref: "77",
            page: "/contact",
            visit: ann,
            ...credit,
          },
        },
      ]);
    });

    test("a visit the site has not had is dropped, and what the page says of its arrival counts", async () => {
      const [shop, other] = [await aVisitedShop(world()), await seedShop(world())];
      const touch = aTouch({ channel: "referral", source: "news.example" });

      await world().forms.keep(other.account, aForm(other.site, { touch }));
      await world().forms.keep(shop.account, aForm(shop.site, { visit: anId<VisitId>("nobody") }));

      expect(await world().forms.list(other.account, today, 10)).toMatchObject([{ visit: undefined, touch }]);
      expect(await world().forms.list(shop.account, today, 10)).toMatchObject([{ visit: undefined, touch: undefined }]);
    });

    test("in healthcare mode nothing is kept or told that ties what was written to what was read", async () => {
      const shop = await aVisitedShop(world());
      const { account, site } = shop;
      await world().accounts.saveSite(account, { ...aSite(shop.siteKey), flow: aCallFlow({ isHealthcare: true }) });

      await world().forms.keep(account, aForm(site));

      const [kept] = await world().forms.list(account, today, 10);
      expect(kept).toMatchObject({ name: "contact", ref: undefined, page: undefined, visit: undefined });
      expect(kept?.touch).toEqual(aTouch({ campaign: undefined, keyword: undefined, clickId: undefined }));
      const [fact] = await facts(world(), shop);
      expect(fact?.about).toEqual({
        site,
        isHealthcare: true,
        channel: aTouch().channel,
      });
    });

    test("forms come by when they were sent, of one account and site; a forgotten visitor's keep their credit", async () => {
      const [shop, other] = [await aVisitedShop(world()), await seedShop(world())];
      const { account, site } = shop;
      for (const [nth, name] of ["first", "second", "third"].entries()) {
        const form = { id: anId<string>(`${name} of ${site}`), name, sentAt: after(at("10:00"), nth * hour) };
        await world().forms.keep(account, aForm(site, form));
      }

      const names = async (period: ReportPeriod, limit = 10) =>
        (await world().forms.list(account, period, limit)).map(({ name }) => name);
      expect(await names(today, 2)).toEqual(["third", "second"]);
      expect(await names({ ...today, before: at("11:00") })).toEqual(["first"]);
      expect(await names({ ...today, site: anId<SiteId>("elsewhere") })).toEqual([]);
      expect(await world().forms.list(other.account, today, 10)).toEqual([]);
      await expect(world().forms.keep(other.account, aForm(site))).rejects.toBeInstanceOf(Error);

      await world().visits.forgetVisitor(account, anId("ann's"));
      const left = await world().forms.list(account, today, 10);
      expect(left.map(({ visit, touch }) => [visit, touch?.source])).toEqual(left.map(() => [undefined, "google"]));
    });

    test("forms are found by their sender's own id, of one account, and lose it when it is forgotten", async () => {
      const [shop, other] = [await aVisitedShop(world()), await seedShop(world())];
      const { account, site } = shop;
      const ref = "Ada@Example.com";
      await world().forms.keep(account, aForm(site, { ref }));
      await world().forms.keep(account, aForm(site, { id: anId<string>(`later ${site}`), ref, sentAt: at("11:00") }));
      await world().forms.keep(account, aForm(site, { id: anId<string>(`another's ${site}`), ref: "bob@example.com" }));
      await world().forms.keep(other.account, aForm(other.site, { ref }));

      const found = await world().forms.formsUnder(account, "ada@example.com", 1);
      expect(found).toMatchObject([{ ref, sentAt: at("11:00"), visit: ann, siteName: `Site ${shop.siteKey}` }]);
      await world().forms.forgetRefs(account, [...found.map(({ id }) => id), aForm(other.site).id]);

      expect(await world().forms.formsUnder(account, ref, 10)).toMatchObject([{ id: aForm(site).id }]);
      expect(await world().forms.formsUnder(other.account, ref, 10)).toHaveLength(1);
      expect(await world().forms.list(account, today, 10)).toHaveLength(3);
    });
  });
}

async function aVisitedShop(world: World): Promise<Shop> {
  const shop = await seedShop(world);
  const page = { path: "/", title: "Page", at: at("09:00") };
  const who = { id: ann, visitor: anId<never>("ann's"), site: shop.site, touch: aTouch() };
  await world.pools.lend(shop.account, aVisit({ ...who, page }), []);
  return shop;
}

/** What a destination that wants forms is told. */
async function facts({ destinations }: World, { account, site }: Shop): Promise<readonly Fact[]> {
  const id = anId<string>(`destination of ${site}`);
  const wish = { id, kind: "webhook", name: "CRM", isOn: true, facts: ["form" as const], site, settings: {} };
  await destinations.saveDestination(account, wish, at("09:00"));
  await destinations.replayPeriod(account, id, today, at("12:00"));
  const claim = { now: after(at("12:00"), day), leaseMs: 1, most: 10, mostEach: 10, busy: {} };
  return (await destinations.claim(account, claim)).map(({ fact }) => fact);
}
