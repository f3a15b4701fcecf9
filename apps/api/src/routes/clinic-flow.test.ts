import { instant } from "@ringtrail/core";
import type { FactKind } from "@ringtrail/core/ports";
import { aCallFlow, aRuleSet, at } from "@ringtrail/core/testing";
import { mapWebhook } from "@ringtrail/destinations";
import { expect, test } from "vitest";
import { ring } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

// What a clinic's flow says of who sees whom: the step, the words of its menu, the whisper, the phone, who answers there.
const words = ["oncology-desk", "Dr Ito", "You reached oncology", "4155550171", "nurse Ann"];
const kinds: readonly FactKind[] = ["call.started", "call.answered", "call.completed", "call.updated", "call.recorded"];

async function aClinicWithAMenu(): Promise<TestApp> {
  const app = await aTestApp({ slices: [] }, () => ({ law: aRuleSet() }));
  const { account, site } = app.shop;
  const say = (text: string) => ({ text, language: "en-US" });
  const menu = { kind: "menu", words: say("For Dr Ito press 1."), timeoutSeconds: 5, otherwise: "oncology-desk" };
  const rung = { kind: "ring", phones: [{ phone: "+14155550171" }], ringSeconds: 25, how: "in_turn", sayWhere: true };
  const all = { which: { ...menu, choices: { "1": "oncology-desk" } }, "oncology-desk": rung };
  const standingNotices = [{ phone: "+14155550171", person: "nurse Ann", toldAt: at("09:00"), textSha256: "ab" }];
  const flow = aCallFlow({ isHealthcare: true, steps: { first: "which", all } as never, standingNotices } as never);
  const announcement = { ...flow.announcement, text: "You reached oncology. Calls are recorded." };
  await app.world.accounts.saveFlow(account, site, { ...flow, announcement });
  const hook = { id: crypto.randomUUID(), kind: "webhook", name: "CRM", isOn: true, facts: kinds, site: undefined };
  await app.world.destinations.saveDestination(account, { ...hook, settings: {} }, at("09:00"));
  await app.deps.snapshot.refresh();
  return app;
}

/** The address a document has the carrier ask next, as a moment and what it carries. */
function nextOf(document: string, moment: string): string {
  const address = new RegExp(`/carriers/twilio/[^/]+/(${moment}\\?[^"<]*)`).exec(document)?.[1];
  if (address === undefined) throw new Error(`the document asks no ${moment}: ${document}`);
  return address.replaceAll("&amp;", "&");
}

/** A call through the menu to whoever answers, to its end. Answers every document the carrier was given. */
async function callThrough(app: TestApp): Promise<readonly string[]> {
  const from = { From: "+14155550142", CallStatus: "in-progress" };
  const documents: string[] = [];
  const knock = async (moment: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const document = await (await ring(app, moment, { ...from, ...more })).text();
    documents.push(document);
    return document;
  };
  const menu = await knock("voice", { CallStatus: "ringing" });
  const notice = await knock(nextOf(menu, "menu"), { Digits: "1" });
  const dial = await knock(nextOf(notice, "notice"));
  await knock(nextOf(dial, "whisper"), { CallSid: "CA2", ParentCallSid: "CA1" });
  const answered = { DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "60" };
  await knock(nextOf(dial, "dial"), answered);
  await knock("status", { CallStatus: "completed", CallDuration: "70" });
  await app.deps.background.settled();
  return documents;
}

test("200: a clinic's call goes through its menu to who answers, and no address on the way says number, step or choice", async () => {
  const app = await aClinicWithAMenu();

  const documents = await callThrough(app);

  expect(documents[2]).toContain("+14155550171");
  expect(documents[3]).toContain("Call from");
  const addresses = documents.flatMap((document) => document.match(/\/carriers\/twilio\/[^"<]+/g) ?? []);
  expect(addresses.length).toBeGreaterThan(4);
  for (const hint of ["oncology", "which", "about=", app.shop.source.e164.slice(1)]) {
    expect([hint, addresses.filter((address) => address.includes(hint))]).toEqual([hint, []]);
  }
});

test("nobody outside is told who answers, what the menu offers and what was chosen: no fact, job, event, entry or line", async () => {
  const app = await aClinicWithAMenu();
  const heard: unknown[] = [];
  app.deps.live.subscribe(app.shop.account, undefined, (word) => heard.push(word));
  await callThrough(app);

  const { account } = app.shop;
  const { destinations, accounts, calls } = app.world;
  const due: unknown[] = [];
  for (const now of [1, 2, 3].map((seconds) => instant(Date.now() + seconds * 5_000))) {
    const claimed = await destinations.claim(account, { now, leaseMs: 1_000, most: 99, mostEach: 99, busy: {} });
    for (const { fact, ...one } of claimed) due.push(one, fact, mapWebhook(fact, undefined));
    const done = claimed.map(({ id, destination }) => ({ id, destination, state: "delivered" as const }));
    await destinations.settle(account, now, done);
  }
  const left = JSON.stringify([due, heard, app.jobs.asked, await accounts.auditLog(account, 100), app.logged]);

  // That it rang and that it was over, each with its delivery and its webhook.
  expect(due).toHaveLength(6);
  expect(heard.length).toBeGreaterThan(0);
  for (const word of [...words, "choices"]) expect([word, left.includes(word)]).toEqual([word, false]);
  const listed = await calls.list(account, { cursor: undefined, limit: 9, withHealthcare: true });
  expect(listed.ok && listed.value.calls[0]?.state.choices).toEqual({ which: "1" });
});
