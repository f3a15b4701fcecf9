import { sharesOfCall, type Touch } from "../src/attribution/index.ts";
import type { CallEvent } from "../src/call-flow/index.ts";
import { after, day, minute, type CallId, type VisitId } from "../src/index.ts";
import type { CreditableCall } from "../src/ports/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCandidate, aMatch } from "./build-call.ts";
import { aLanding, aTouch } from "./build-touch.ts";
import { aVisit } from "./build-visit.ts";
import { at } from "./fixed-clock.ts";
import { sourceTouch, type Shop } from "./seed-shop.ts";
import type { World } from "./world.ts";

/** A touch without a keyword. */
export const email = aTouch({ channel: "email", source: "mailing", medium: "email", keyword: undefined });
const shouted = aTouch({ keyword: "  DRAIN Cleaning " });

/** Rings the shop's source number at 10:00 or later. */
export async function ring({ calls }: World, { account, connection, site, source }: Shop, name: string, afterMs = 0) {
  const id = anId<CallId>(`${account} ${name}`);
  const rangAt = after(at("10:00"), afterMs);
  await calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
  return id;
}

/** Appends an event. */
export async function tell({ calls }: World, { account }: Shop, call: CallId, event: CallEvent) {
  await calls.append(account, call, event);
}

/** A visit that began at 9:50. */
export async function visit({ pools }: World, { account, site }: Shop, name: string, touch: Touch, path: string) {
  const page = { path, title: "Page", at: at("09:50") };
  const landed = {
    id: anId<VisitId>(name),
    visitor: anId<never>(`${name}'s browser`),
    site,
    touch,
    landing: aLanding({ path }),
    page,
  };
  await pools.lend(account, aVisit(landed), []);
}

/** Calls of every kind: doubtful, certain, by a source's own number, of somebody who called before, not judged. */
export async function seedCalls(world: World, shop: Shop): Promise<void> {
  await visit(world, shop, "first", aTouch({ keyword: "drain cleaning" }), "/offer");
  await visit(world, shop, "second", shouted, "/");
  await visit(world, shop, "third", email, "/Offer");
  const who = (name: string, probability: number, touch: Touch) =>
    aCandidate({ visit: anId<VisitId>(name), probability, touch });
  const first = aTouch({ keyword: "drain cleaning" });
  const matches = [
    aMatch({
      candidates: [who("first", 0.5, first), who("second", 0.2, shouted), who("third", 0.2, email)],
      nobody: 0.1,
    }),
    aMatch({ candidates: [who("third", 1, email)], nobody: 0 }),
    aMatch({ candidates: [who("third", 0.7, email), who("first", 0.7, first)], nobody: 0 }),
    aMatch({ kind: "returning", candidates: [], returning: 0.8, nobody: 0.2 }),
    aMatch({ candidates: [who("gone", 0.4, first)], nobody: 0.6 }),
  ];
  for (const [nth, match] of matches.entries()) {
    const call = await ring(world, shop, `judged ${nth}`, nth * day + minute);
    const bySource = nth === 4 ? sourceTouch : undefined;
    await world.calls.saveMatch(shop.account, call, match, bySource);
    await world.money.setValue(shop.account, call, { micros: 1000 * (nth + 1), currency: "USD" }, at("12:00"));
  }
  await ring(world, shop, "not judged", minute);
}

/** The shop's calls of the first days, twenty of them. */
export async function creditable({ money }: World, { account }: Shop, days = 20): Promise<readonly CreditableCall[]> {
  const all: CreditableCall[] = [];
  const period = { from: at("00:00"), before: after(at("00:00"), days * day) };
  for await (const part of money.creditable(account, period)) all.push(...part);
  return all;
}

/** A call as a report looks at it. */
export function reported(call: CreditableCall) {
  const valueMicros = (call.value === undefined ? call.orders : [call.value]).reduce(
    (sum, { micros }) => sum + micros,
    0,
  );
  return { day: "", number: "", valueMicros, ...sharesOfCall(call) };
}

/** Four ways to come, of two sources. */
export const touches = [0, 1, 2, 3].map((nth) => aTouch({ source: `source ${nth % 2}`, keyword: `keyword ${nth}` }));

/** A doubtful match of two of the visits `visit 0` to `visit 3`, another for each number. */
export function matchOf(nth: number) {
  const [one, two] = [nth % 4, (nth + 1) % 4];
  const candidates = [one, two].map((place, rank) =>
    aCandidate({
      visit: anId<VisitId>(`visit ${place}`),
      touch: touches[place] ?? aTouch(),
      probability: [0.6, 0.3][rank] ?? 0,
    }),
  );
  return aMatch({ candidates, returning: nth % 3 === 0 ? 0.1 : 0, nobody: nth % 3 === 0 ? 0 : 0.1 });
}
