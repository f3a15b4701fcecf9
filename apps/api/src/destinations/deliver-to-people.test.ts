import { day, hour, instant, type CallId } from "@ringtrail/core";
import { aCall, aCandidate, aMatch, anAnsweredCall, anId, at } from "@ringtrail/core/testing";
import type { Destination, Fact } from "@ringtrail/core/ports";
import type { Mail, SendRequest } from "@ringtrail/destinations";
import { ok } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { deliverEmail, deliverSlack } from "./deliver-to-people.ts";
import { digestDue, digestRound } from "./digest-round.ts";

const monday = instant(Date.parse("2026-03-09T07:30:00Z"));

function aMailbox(settings: Destination["settings"] = {}): Destination {
  const facts = ["call.completed", "voicemail", "notice", "digest"] as const;
  const well = { failures: 0, failingSince: undefined, createdAt: at("09:00") };
  return {
    id: "d",
    kind: "email",
    name: "me",
    isOn: true,
    facts,
    site: undefined,
    settings: { to: "me@shop.example", ...settings },
    ...well,
  };
}

/** A shop, its newest facts, and what was mailed. */
async function aShop() {
  const app = await aTestApp();
  const mails: { to: string; mail: Mail }[] = [];
  const sent: SendRequest[] = [];
  const deps = {
    ...app.deps,
    sendMail: async (to: string, mail: Mail) => {
      mails.push({ to, mail });
      return { kind: "delivered", request: mail.text } as const;
    },
    send: async (request: SendRequest) => {
      sent.push(request);
      return ok({ status: 200, headers: {}, body: "ok", isCut: false });
    },
  };
  const { account, connection, site, source } = app.shop;
  const ring = async (name: string, isAnswered: boolean, rangAt = at("10:00")): Promise<CallId> => {
    const id = anId<CallId>(name);
    await app.world.calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
    const match = aMatch({ candidates: [aCandidate({ probability: 0.75 })], nobody: 0.25 });
    await app.world.calls.saveMatch(account, id, match, undefined);
    const events = anAnsweredCall().filter(({ kind }) => isAnswered || kind === "ended" || kind === "rang");
    for (const event of events)
      await app.world.calls.append(
        account,
        id,
        event.kind === "ended" && !isAnswered ? { ...event, end: "no_answer" } : event,
      );
    return id;
  };
  const facts = async (kind: Fact["kind"]): Promise<readonly Fact[]> => {
    const wish = { ...aMailbox(), id: anId<string>(`all ${kind}`), facts: [kind] };
    await app.world.destinations.saveDestination(account, wish, at("09:00"));
    const period = { from: instant(0), before: instant(Date.now() + day) };
    await app.world.destinations.replayPeriod(account, wish.id, period, instant(Date.now()));
    const claim = { now: instant(Date.now() + hour), leaseMs: 1, most: 100, mostEach: 100, busy: {} };
    return (await app.world.destinations.claim(account, claim)).map(({ fact }) => fact);
  };
  return { app, deps, mails, sent, ring, facts, account };
}

test("a missed call is mailed, an answered one is not, and quiet hours put it off until they end", async () => {
  const { deps, mails, ring, facts, account } = await aShop();
  const missed = await ring("missed", false);
  await ring("answered", true);
  const told = await facts("call.completed");
  const mail = deliverEmail(deps);
  const to = (destination: Destination, fact: Fact, now = at("10:05")) =>
    mail({ account, destination, fact, secrets: [], at: now });
  const [first, second] = [
    told.find(({ subject }) => subject === missed),
    told.find(({ subject }) => subject !== missed),
  ];
  if (first === undefined || second === undefined) throw new Error("both calls ended");
  const quiet = { quiet: { from: "09:00", to: "12:00", timeZone: "UTC" } };

  expect(await to(aMailbox(quiet), first)).toEqual({ kind: "later", waitMs: 115 * 60_000 });
  expect(await to(aMailbox(), first)).toMatchObject({ kind: "delivered" });
  expect(await to(aMailbox(), second)).toEqual({ kind: "nothing" });
  expect(mails.map((one) => [one.to, one.mail.subject.split(" on ")[0]])).toEqual([
    ["me@shop.example", "A missed call"],
  ]);
});

test("what owners are warned of is mailed and said in Slack: a pool that is nearly full, forwarding that was changed", async () => {
  const { app, deps, mails, sent, facts, account } = await aShop();
  const entry = { actor: "user:1", object: "site", at: at("10:00") };
  await app.world.accounts.audit(account, {
    ...entry,
    action: "forwarding.changed",
    facts: { from: "11", to: "22", tell: "owners" },
  });
  await app.world.accounts.audit(account, { ...entry, action: "api_key.made", facts: {} });
  const [fact, ...more] = await facts("notice");
  if (fact === undefined) throw new Error("owners were to be told");
  const delivery = { account, destination: aMailbox(), fact, at: at("10:05") };

  await deliverEmail(deps)({ ...delivery, secrets: [] });
  await deliverSlack(deps)({ ...delivery, secrets: ["https://hooks.slack.example/T1/B1/x"] });

  expect(more).toEqual([]);
  const said = "Calls go to the phone that ends in 22 now; they went to the one that ends in 11.";
  expect(mails[0]?.mail.text).toContain(said);
  expect([sent[0]?.url, sent[0]?.body]).toEqual(["https://hooks.slack.example/T1/B1/x", expect.stringContaining(said)]);
});

test("the digest goes out once on a Monday, and its channels add up to its calls", async () => {
  const { app, deps, mails, ring, facts, account } = await aShop();
  for (const name of ["a", "b", "c"]) await ring(name, name === "a");
  const round = digestRound({ ...app.deps, now: () => monday });
  await round.work();
  await round.work();
  const digests = await facts("digest");
  expect(digests).toHaveLength(1);
  const [fact] = digests;
  if (fact === undefined) throw new Error("it is a Monday");

  await deliverEmail(deps)({
    account,
    destination: aMailbox({ timeZone: "America/New_York" }),
    fact,
    secrets: [],
    at: monday,
  });

  expect(mails[0]?.mail.text).toContain("Calls from 2026-03-02 to 2026-03-08: 3, 2 missed");
  expect(mails[0]?.mail.text).toContain("paid search: 2.3");
  expect(mails[0]?.mail.text).toContain("not known: 0.8");
});

test.each([
  ["2026-03-09T06:59:59Z", undefined],
  ["2026-03-09T07:00:00Z", "2026-03-09T00:00:00Z"],
  ["2026-03-09T23:59:59Z", "2026-03-09T00:00:00Z"],
  ["2026-03-10T07:00:00Z", undefined],
])("at %s the digest of the week before %s is due", (now, before) => {
  expect(digestDue(instant(Date.parse(now)))).toBe(before === undefined ? undefined : Date.parse(before));
});
