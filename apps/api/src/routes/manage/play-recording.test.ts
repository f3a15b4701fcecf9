import { AuditLogPage, RecordingLink } from "@ringtrail/api-contract";
import { minute } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aToldCall, type ToldCall } from "../../../testing/a-told-call.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

interface Linked extends TestApp, ToldCall {
  readonly link: string;
  readonly play: (headers?: Record<string, string>, method?: string, address?: string) => Promise<Response>;
}

async function aLink(): Promise<Linked> {
  const testApp = await aTestApp();
  const told = await aToldCall(testApp);
  const ask = await aKey(testApp, ["recordings:play"]);
  const answer = await ask(`/v1/recordings/${told.recording}/links`, { method: "POST" });
  expect(answer.status).toBe(201);
  const { url } = RecordingLink.parse(await answer.json());
  const link = url.slice("https://calls.example".length);
  const play: Linked["play"] = async (headers = {}, method = "GET", address = link) =>
    testApp.app.request(address, { method, headers });
  return { ...testApp, ...told, link, play };
}

const bytes = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());
const plays = async ({ deps, shop }: TestApp): Promise<number> =>
  (await deps.accounts.auditLog(shop.account, 50)).filter(({ action }) => action === "recording.played").length;

test("200: a link plays the whole sound without further sign-in, and the play is written down", async () => {
  const linked = await aLink();

  const answer = await linked.play();

  expect(answer.status).toBe(200);
  expect(await bytes(answer)).toEqual(linked.sound);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "audio/wav",
    "content-length": "1000",
    "accept-ranges": "bytes",
    "cache-control": "private, no-store",
  });
  expect(await linked.deps.accounts.auditLog(linked.shop.account, 1)).toMatchObject([
    { action: "recording.played", object: linked.recording, actor: expect.stringMatching(/^key:/) },
  ]);
});

test("200: each recording says who listened to it, also once it is erased, and to its own account only", async () => {
  const linked = await aLink();
  const who = async (ask: Awaited<ReturnType<typeof aKey>>) =>
    AuditLogPage.parse(await (await ask(`/v1/recordings/${linked.recording}/accesses`)).json()).entries;
  const ask = await aKey(linked, ["audit:read"]);
  expect(await who(ask)).toEqual([]);

  await linked.play();
  await linked.deps.care.forgetRecordings(linked.shop.account, [linked.recording]);

  expect(await who(ask)).toMatchObject([{ action: "recording.played", actor: expect.stringMatching(/^key:/) }]);
  const other = { ...linked, shop: await seedShop(linked.world) };
  expect(await who(await aKey(other, ["audit:read"]))).toEqual([]);
  const mayNot = await aKey(linked, ["recordings:play"]);
  expect((await mayNot(`/v1/recordings/${linked.recording}/accesses`)).status).toBe(403);
});

test.each([
  ["bytes=0-0", 0, 0],
  ["bytes=290-310", 290, 310],
  ["bytes=999-", 999, 999],
  ["bytes=-10", 990, 999],
  ["bytes=500-99999", 500, 999],
])("206: %s gives just these bytes", async (range, start, end) => {
  const linked = await aLink();

  const answer = await linked.play({ range });

  expect(answer.status).toBe(206);
  expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${end}/1000`);
  expect(await bytes(answer)).toEqual(linked.sound.slice(start, end + 1));
});

test("206: a player that asks for many ranges of one link is one play", async () => {
  const linked = await aLink();

  for (const range of ["bytes=0-99", "bytes=500-599", "bytes=100-199"]) await bytes(await linked.play({ range }));

  expect(await plays(linked)).toBe(1);
});

test("416: a range outside of the sound says how long it is", async () => {
  const { play } = await aLink();

  const answer = await play({ range: "bytes=1000-" });

  expect(answer.status).toBe(416);
  expect(answer.headers.get("content-range")).toBe("bytes */1000");
  expect(await problemIn(answer)).toMatchObject({ code: "range_unsatisfiable" });
});

test("200: a range of another sound than the one that is there gives the whole", async () => {
  const { play } = await aLink();

  expect((await play({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
});

test("200: HEAD tells the length and plays nothing", async () => {
  const linked = await aLink();

  const answer = await linked.play({}, "HEAD");

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-length")).toBe("1000");
  expect(await plays(linked)).toBe(0);
});

test("410: a link ends after five minutes", async () => {
  const { play, clock } = await aLink();

  clock.pass(5 * minute - 1_000);
  expect((await play()).status).toBe(200);
  clock.pass(1_000);

  const answer = await play();
  expect(answer.status).toBe(410);
  expect(await problemIn(answer)).toMatchObject({ code: "link_expired" });
});

test.each([
  ["a later end", (link: string) => link.replace(/expires=(\d+)/, (_, at: string) => `expires=${Number(at) + 60}`)],
  ["another asker", (link: string) => link.replace(/by=[^&]+/, "by=user%3Asomebody")],
  ["another recording", (link: string) => link.replace(/recordings\/[0-9a-f]{4}/, "recordings/0000")],
  ["another account", (link: string) => link.replace(/account=[0-9a-f]{4}/, "account=0000")],
  ["a made-up signature", (link: string) => link.replace(/signature=.+$/, "signature=abc")],
])("403: a link with %s", async (_what, change) => {
  const linked = await aLink();

  const answer = await linked.play({}, "GET", change(linked.link));

  expect(answer.status).toBe(403);
  expect(await problemIn(answer)).toMatchObject({ code: "link_invalid" });
  expect(await plays(linked)).toBe(0);
});

test("404: no link to another account's recording", async () => {
  const linked = await aLink();
  const stranger = await seedShop(linked.world);
  const ask = await aKey(linked, ["recordings:play"], { account: stranger.account });

  const answer = await ask(`/v1/recordings/${linked.recording}/links`, { method: "POST" });

  expect(answer.status).toBe(404);
  expect(await problemIn(answer)).toMatchObject({ code: "recording_unknown" });
});

test("500: a sound that was changed on the disk is an error and not half a sound", async () => {
  const linked = await aLink();
  await linked.world.intruder.flipRecordingBit(linked.shop.account, linked.recording);

  const answer = await linked.play();

  expect(answer.status).toBe(500);
  expect(await problemIn(answer)).toMatchObject({ code: "failed" });
});
