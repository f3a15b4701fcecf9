import { expect, test } from "vitest";
import { minute, type VisitId } from "../src/index.ts";
import type { CallQuery } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCandidate, aMatch } from "./build-call.ts";
import { aTouch } from "./build-touch.ts";
import { at } from "./fixed-clock.ts";
import { email, ring, tell, visit } from "./overview-calls.ts";
import { seedShop, sourceTouch } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld, World } from "./world.ts";

const drain = aTouch({ keyword: "Drain cleaning", campaign: "Spring 50% off" });

/** Which calls every store lists when a list is narrowed. */
export function callFilterContract(makeWorld: MakeWorld): void {
  inWorld("call filters", makeWorld, (world) => {
    test.each<[string, Partial<CallQuery>, readonly string[]]>([
      ["the channel of somebody who may have called", { touch: { channel: "email" } }, ["doubtful"]],
      ["a keyword, however it is written", { touch: { keyword: " drain CLEANING" } }, ["doubtful", "forgotten"]],
      ["a visit that told no keyword", { touch: { keyword: "" } }, ["bySource", "doubtful"]],
      ["parts that one visit must all have", { touch: { channel: "email", keyword: "drain cleaning" } }, []],
      ["a landing page", { touch: { landingPage: "/Offer" } }, ["doubtful"]],
      ["a source without a visit landed nowhere", { touch: { landingPage: "" } }, ["bySource", "forgotten"]],
      ["a source's own number", { touch: { source: "google" } }, ["bySource", "doubtful", "forgotten"]],
      ["an earlier caller", { who: "returning" }, ["again"]],
      ["nobody anybody knows, as long as it is not judged too", { who: "nobody" }, ["again", "doubtful", "fresh"]],
      ["answered", { outcome: "answered" }, ["doubtful"]],
      ["missed", { outcome: "missed" }, ["again"]],
      ["first-time callers", { firstTime: true }, ["bySource", "doubtful", "forgotten"]],
      ["words of a campaign, taken as they stand", { words: "50% OFF" }, ["doubtful", "forgotten"]],
      ["a per cent sign is no pattern", { words: "5%f" }, []],
      ["an underscore is no pattern", { words: "sp_ing" }, []],
      ["words of a landing page", { words: "offer" }, ["doubtful"]],
      ["words of nothing", { words: "nowhere at all" }, []],
      ["several wishes at once", { touch: { channel: "email" }, outcome: "answered", words: "drain" }, ["doubtful"]],
      ["wishes that no call fits together", { touch: { channel: "email" }, outcome: "missed" }, []],
    ])("%s", async (_why, query, names) => {
      expect(await (await aList(world()))(query)).toEqual(names);
    });

    test("digits of the number that rang, and calls that are named, fit the words too", async () => {
      const shop = await seedShop(world());
      const call = await ring(world(), shop, "one");
      const other = await seedShop(world());
      const listed = async (query: Partial<CallQuery>) => {
        const page = await world().calls.list(shop.account, { cursor: undefined, limit: 9, ...query });
        return page.ok ? page.value.calls.map(({ id }) => id) : [];
      };
      const number = shop.source.e164;

      expect(await listed({ words: `(${number.slice(2, 5)}) ${number.slice(5)}` })).toEqual([call]);
      expect(await listed({ words: other.source.e164 })).toEqual([]);
      expect(await listed({ words: "nothing", orCalls: [call] })).toEqual([call]);
    });
  });
}

/** A shop with a call of each kind; answers the names of those that are listed, in order. */
async function aList(world: World) {
  const shop = await seedShop(world);
  const { account } = shop;
  const who = (name: string, probability: number, touch: typeof drain) =>
    aCandidate({ visit: anId<VisitId>(`${account} ${name}`), probability, touch });
  await visit(world, shop, `${account} ann`, drain, "/Offer");
  await visit(world, shop, `${account} bob`, email, "/");
  const names = ["doubtful", "bySource", "again", "fresh", "forgotten"];
  const ids = new Map<string, string>();
  const rang = async (name: string) => {
    const id = await ring(world, shop, name, names.indexOf(name) * minute);
    ids.set(id, name);
    return id;
  };
  const doubtful = await rang("doubtful");
  const mayBe = { candidates: [who("ann", 0.6, drain), who("bob", 0.3, email)], returning: 0, nobody: 0.1 };
  await world.calls.saveMatch(account, doubtful, aMatch(mayBe), undefined);
  await tell(world, shop, doubtful, { kind: "answered", at: at("10:01"), key: "a" });
  const none = { candidates: [], kind: "none", returning: 0, nobody: 0 } as const;
  await world.calls.saveMatch(account, await rang("bySource"), aMatch(none), sourceTouch);
  const again = await rang("again");
  await world.calls.saveMatch(
    account,
    again,
    aMatch({ ...none, kind: "returning", returning: 0.9, nobody: 0.1 }),
    undefined,
  );
  await tell(world, shop, again, { kind: "ended", at: at("10:09"), key: "e", end: "no_answer", lengthMs: 9 });
  await rang("fresh");
  const gone = { candidates: [who("gone", 1, drain)], returning: 0, nobody: 0 };
  await world.calls.saveMatch(account, await rang("forgotten"), aMatch(gone), undefined);
  return async (query: Partial<CallQuery>): Promise<readonly string[]> => {
    const page = await world.calls.list(account, { cursor: undefined, limit: 50, ...query });
    return page.ok ? page.value.calls.map(({ id }) => ids.get(id) ?? "").toSorted() : [];
  };
}
