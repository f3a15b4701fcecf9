import { createHash } from "node:crypto";
import { aCallFlow, aRuleSet, aSound } from "@ringtrail/core/testing";
import { defaultAnnouncement, type CallFlow, type Words } from "@ringtrail/core/call-flow";
import { expect, test } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const bytes = new TextEncoder().encode("RIFF, a telephone's sound");
const sound = createHash("sha256").update(bytes).digest("hex");
const notice: Words = { text: "Recorded.", language: "en-US", sound };

/** A shop whose announcement is a sound, and the first document of a call. */
async function aRingingApp(over: Partial<CallFlow> = {}) {
  const app = await aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));
  await app.deps.sounds.keep(app.shop.account, aSound({ sha256: sound, telephone: bytes }), 9);
  const announcement = { ...defaultAnnouncement, ...notice };
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, aCallFlow({ announcement, ...over }));
  await app.deps.snapshot.refresh();
  const twiml = await (await ring(app, "voice", { From: "+14155550142" })).text();
  await app.deps.background.settled();
  const url = /<Play>([^<]+)<\/Play>/.exec(twiml)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return { app, url, path: url.replace(app.deps.server.publicUrl, "") };
}

const noticeEnd = ({ shop }: TestApp) => `notice?number=${shop.source.e164.slice(1)}`;
const on = { From: "+14155550142", CallStatus: "in-progress" };

async function kindsOf(app: TestApp): Promise<readonly string[]> {
  const [call] = await storedCalls(app);
  return call === undefined ? [] : (await app.deps.proofs.ofCall(app.shop.account, call.id)).map(({ kind }) => kind);
}

test("200: the carrier takes the sound from the address in the plan, and then the notice counts and names the sound", async () => {
  const { app, url, path } = await aRingingApp();

  const taken = await app.app.request(path);
  const plan = await (await ring(app, noticeEnd(app), on)).text();

  expect(url).toMatch(/\/sound\?about=[0-9a-f]{64}&call=CA1&key=[\w-]{43}$/);
  expect([taken.status, taken.headers.get("content-type")]).toEqual([200, "audio/wav"]);
  expect(new Uint8Array(await taken.arrayBuffer())).toEqual(bytes);
  expect(plan).toContain('record="record-from-answer-dual"');
  expect(await kindsOf(app)).toEqual(["decided", "heard", "recording_allowed"]);
  const [call] = await storedCalls(app);
  const proofs = call && (await app.deps.proofs.ofCall(app.shop.account, call.id));
  expect(proofs?.[1]?.facts).toMatchObject({ soundSha256: sound, told: "notice" });
});

test("200: a carrier that never took the sound says the notice has ended: nobody heard it, so nothing is recorded", async () => {
  const { app } = await aRingingApp();

  const plan = await (await ring(app, noticeEnd(app), on)).text();
  const again = await (await ring(app, noticeEnd(app), on)).text();

  for (const document of [plan, again]) {
    expect(document).toContain("<Dial");
    expect(document).not.toContain("record=");
    expect(document).not.toContain("<Play>");
  }
  expect(await kindsOf(app)).toEqual(["decided", "unrecorded"]);
  const [call] = await storedCalls(app);
  expect(call?.state.noticeEndedAt).toBeUndefined();
  const facts = call && (await app.deps.calls.facts(app.shop.account, call.id));
  expect(facts?.events.map(({ kind }) => kind)).toContain("notice_missed");
});

test("200: an owner who wants no call without its notice has a missed one end with a word of regret", async () => {
  const { app } = await aRingingApp({ noCallWithoutNotice: { reason: "every call is on file", author: "Ann" } });

  const plan = await (await ring(app, noticeEnd(app), on)).text();

  expect(plan).toMatch(/<Say [^>]*>We are sorry[^<]*<\/Say><Hangup\/>/);
  expect(plan).not.toContain("<Dial");
  expect(await kindsOf(app)).toEqual(["decided", "unrecorded"]);
});

test("200: looking at the sound's head is not taking it, and taking it in another call is not taking it in this one", async () => {
  const { app, path } = await aRingingApp();
  const other = await ring(app, "voice", { From: "+14155550142", CallSid: "CA2" });
  const otherPath = /about=[^<]+call=CA2[^<]+/.exec(await other.text())?.[0]?.replaceAll("&amp;", "&") ?? "";
  await app.deps.background.settled();

  const head = await app.app.request(path, { method: "HEAD" });
  const elsewhere = await app.app.request(path.replace(/about=.*/, otherPath));
  await ring(app, noticeEnd(app), on);

  expect([head.status, elsewhere.status]).toEqual([200, 200]);
  const calls = await storedCalls(app);
  const first = calls.find(({ id }) => id === calls.at(-1)?.id);
  const kinds = first && (await app.deps.proofs.ofCall(app.shop.account, first.id)).map(({ kind }) => kind);
  expect(kinds).toEqual(["decided", "unrecorded"]);
});

test("403: an address that is not exactly ours plays nothing, and tells nobody why", async () => {
  const { app, path } = await aRingingApp();
  const wrong = [
    path.replace("call=CA1", "call=CA2"),
    path.replace(sound, "0".repeat(64)),
    path.replace(/key=.*/, "key="),
    path.replace(app.shop.connection, "0196f0f0-0000-7000-8000-000000000000"),
    path.replace(/\?.*/, ""),
  ];

  for (const address of wrong) expect((await app.app.request(address)).status, address).toBe(403);
});
