import { sayNotice } from "@ringtrail/api-contract";
import { after, day, hour, instant, minute, type CallId, type Instant } from "@ringtrail/core";
import { aCall, anId } from "@ringtrail/core/testing";
import type { Destination } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { deliverEmail } from "../destinations/deliver-to-people.ts";
import { silenceRound } from "./watch-silence.ts";

/** Four weeks before a Monday morning. */
const start = instant(Date.UTC(2026, 1, 2));

/** A shop whose source number rings every hour of every working day, from eight to six, for four weeks. */
async function aBusyShop() {
  const { deps, shop, world } = await aTestApp();
  const { account, connection, site, source } = shop;
  const ring = async (rangAt: Instant): Promise<void> => {
    const id = anId<CallId>(`${rangAt}`);
    await world.calls.ring(account, aCall({ id, carrierRef: id, connection, site, number: source.id, rangAt }));
  };
  for (let nth = 0; nth < 28 * 24; nth += 1) {
    if (Math.floor(nth / 24) % 7 < 5 && nth % 24 >= 8 && nth % 24 < 18) await ring(after(start, nth * hour));
  }
  const told = async () =>
    (await world.accounts.auditLog(account, 100))
      .filter(({ action }) => action.startsWith("silence."))
      .map(({ action, object, facts }) => ({ action, object, words: sayNotice(action, facts) }));
  const lookAt = (days: number, hours: number) =>
    silenceRound({ ...deps, now: () => after(start, days * day + hours * hour + minute) }).work();
  return { deps, shop, world, ring, told, lookAt };
}

test("a number that falls silent is told of once, and again when it rings; a night and a weekend are no silence", async () => {
  const { shop, ring, told, lookAt } = await aBusyShop();

  for (const hours of [0, 7, 12, 16]) await lookAt(28, hours);
  expect(await told()).toEqual([]);
  for (const hours of [18, 19, 23]) await lookAt(28, hours);

  const object = shop.source.id;
  const words = `The number ${shop.source.e164} has not rung since 2026-02-27 18:00 UTC; by its own rhythm that would have happened 10 times. Ring it: does it still lead here, and do pages still show it?`;
  expect(await told()).toEqual([{ action: "silence.began", object, words }]);

  await ring(after(start, 29 * day + 10 * hour));
  for (const hours of [11, 12]) await lookAt(29, hours);
  expect((await told()).map(({ action, words: said }) => [action, said])).toEqual([
    ["silence.over", `The number ${shop.source.e164} rings again.`],
    ["silence.began", words],
  ]);
});

test("the alarm is mailed to whoever hears of warnings, after their quiet hours", async () => {
  const { deps, shop, world, lookAt } = await aBusyShop();
  const { account } = shop;
  const wish = { id: anId<string>("me"), kind: "email", name: "me", isOn: true, site: undefined };
  const settings = { to: "Owner@shop.example" };
  await world.destinations.saveDestination(account, { ...wish, facts: ["notice"], settings }, start);
  await lookAt(28, 18);
  const claim = { now: instant(Date.now() + hour), leaseMs: 1, most: 10, mostEach: 10, busy: {} };
  const [claimed] = await world.destinations.claim(account, claim);
  const destination = await world.destinations.destination(account, wish.id);
  if (claimed === undefined || destination === undefined) throw new Error("The owner was to be told.");
  const mails: string[] = [];
  const mail = deliverEmail({
    ...deps,
    sendMail: async (to, { text }) => {
      mails.push(`${to}: ${text}`);
      return { kind: "delivered", request: text };
    },
  });
  const tell = (one: Destination, at: Instant) =>
    mail({ account, destination: one, fact: claimed.fact, secrets: [], at });
  const night = { from: "20:00", to: "07:00", timeZone: "UTC" };
  await world.destinations.saveQuietTimes(account, "owner@shop.example", night);

  expect(await tell(destination, after(start, 28 * day + 23 * hour))).toEqual({ kind: "later", waitMs: 8 * hour });
  const longer = { ...destination, settings: { ...settings, quiet: { ...night, to: "09:00" } } };
  expect(await tell(longer, after(start, 29 * day + 6 * hour))).toEqual({ kind: "later", waitMs: 3 * hour });
  expect(await tell(destination, after(start, 29 * day + 7 * hour))).toMatchObject({ kind: "delivered" });
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("has not rung since 2026-02-27 18:00 UTC");
});
