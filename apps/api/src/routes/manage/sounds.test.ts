import { createHash } from "node:crypto";
import { KeptCallFlow, SoundList, SoundShown } from "@ringtrail/api-contract";
import { aCallFlow, aRuleSet } from "@ringtrail/core/testing";
import { toneLevel } from "@ringtrail/telephony/fake";
import { readWav } from "@ringtrail/telephony/sound";
import { expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aWav } from "../../../testing/a-wav.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const scopes = ["sites:read", "sites:write"] as const;
const cd = aWav({ rate: 44_100, channels: 2 });
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function anApp(): Promise<{ readonly app: TestApp; readonly ask: AskAsKey }> {
  const app = await aTestApp({}, () => ({ law: aRuleSet() }));
  return { app, ask: await aKey(app, scopes) };
}

const upload = (ask: AskAsKey, file: Uint8Array, type = "audio/wav", name = "notice.wav") =>
  ask(`/v1/sounds?name=${encodeURIComponent(name)}`, { body: file, headers: { "content-type": type } });

/** Asks as anybody who has the link. */
const follow = ({ app, deps }: TestApp, url: string, headers: Readonly<Record<string, string>> = {}) =>
  app.request(url.replace(deps.server.publicUrl, ""), { headers });

test("201: an uploaded sound is named by its hash, listed, and heard as telephones hear it", async () => {
  const { app, ask } = await anApp();

  const answer = await upload(ask, cd);

  expect(answer.status).toBe(201);
  const sound = SoundShown.parse(await answer.json());
  expect(sound).toMatchObject({ sha256: sha(cd), name: "notice.wav", size: cd.length, lengthMs: 1_000 });
  const heard = await follow(app, sound.url);
  expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/wav"]);
  const wav = new Uint8Array(await heard.arrayBuffer());
  expect(sha(wav)).toBe(sound.telephoneSha256);
  expect(toneLevel(readWav(wav).channels[0]?.subarray(1_000, 7_000) ?? new Int16Array(), 8_000, 1_000)).toBeCloseTo(
    0.5,
    1,
  );
  const original = await app.deps.sounds.soundFile(app.shop.account, sha(cd), "original");
  expect(sha(original ?? new Uint8Array())).toBe(sha(cd));
  const list = SoundList.parse(await (await ask("/v1/sounds")).json());
  expect(list.sounds.map(({ sha256 }) => sha256)).toEqual([sha(cd)]);
  const [entry] = await app.deps.accounts.auditLog(app.shop.account, 1);
  expect(entry).toMatchObject({ action: "sound.uploaded", object: sha(cd) });
});

test("201: the same file again is the same sound, under its first name", async () => {
  const { ask } = await anApp();
  await upload(ask, cd);

  const again = SoundShown.parse(await (await upload(ask, cd, "audio/x-wav", "copy.wav")).json());

  expect(again.name).toBe("notice.wav");
  expect(SoundList.parse(await (await ask("/v1/sounds")).json()).sounds).toHaveLength(1);
});

test("206: a player may ask for a part; 416: but for none that is not there", async () => {
  const { app, ask } = await anApp();
  const { url } = SoundShown.parse(await (await upload(ask, cd)).json());

  const part = await follow(app, url, { range: "bytes=0-3" });

  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([206, "RIFF", "bytes 0-3/16044"]);
  expect((await follow(app, url, { range: "bytes=99999-" })).status).toBe(416);
});

test("200: every shipped sentence can be heard before anything is uploaded", async () => {
  const { app, ask } = await anApp();

  const { shipped } = SoundList.parse(await (await ask("/v1/sounds")).json());

  expect(shipped.filter(({ language }) => language === "es-US")).toHaveLength(4);
  for (const { url } of shipped) expect((await follow(app, url)).status).toBe(200);
});

test("403 and 410: a link that was changed, is another's or has expired plays nothing", async () => {
  const { app, ask } = await anApp();
  const { url } = SoundShown.parse(await (await upload(ask, cd)).json());

  const changed = await follow(app, url.replace(sha(cd), "0".repeat(64)));
  const others = await follow(app, url.replace(app.shop.account, "0196f0f0-0000-7000-8000-000000000000"));
  app.clock.pass(3_601_000);
  const late = await follow(app, url);

  expect([changed.status, others.status, late.status]).toEqual([403, 403, 410]);
});

const refused: readonly { status: number; code: string; file: Uint8Array; type?: string }[] = [
  { status: 415, code: "media_type_unsupported", file: cd, type: "application/json" },
  { status: 415, code: "media_type_unsupported", file: cd, type: "text/plain" },
  { status: 413, code: "body_too_long", file: new Uint8Array(12 * 1024 * 1024 + 1) },
  { status: 422, code: "sound_unreadable", file: new TextEncoder().encode("This call will be recorded.") },
  { status: 422, code: "sound_too_short", file: aWav({ seconds: 0.1 }) },
  { status: 422, code: "sound_too_long", file: aWav({ seconds: 121 }) },
  { status: 422, code: "sound_silent", file: aWav({ loudness: 0 }) },
];

test.each(refused)("$status: $code, and nothing is kept", async ({ status, code, file, type }) => {
  const { app, ask } = await anApp();

  const answer = await upload(ask, file, type);

  expect(answer.status).toBe(status);
  expect(await problemIn(answer)).toMatchObject({ code });
  expect(await app.deps.sounds.sounds(app.shop.account)).toEqual([]);
});

test("403: a key that may only read uploads nothing", async () => {
  const { app } = await anApp();

  expect((await upload(await aKey(app, ["sites:read"]), cd)).status).toBe(403);
});

test("200 and 422: a flow keeps the sounds of its words, and none that nobody uploaded", async () => {
  const { app, ask } = await anApp();
  await upload(ask, cd);
  const path = `/v1/sites/${app.shop.site}/call-flow`;
  const words = { text: "Recorded.", language: "en-US", sound: sha(cd) };
  const flow = {
    destination: aCallFlow().destination,
    ringSeconds: 25,
    announcement: { ...words, refusalKey: "9", short: words, question: words },
    placeWordings: [{ place: "US-WA", announcement: words }],
    recordingWanted: true,
  };

  const kept = await ask(path, { method: "PUT", body: flow });
  const lost = { ...words, sound: "0".repeat(64) };
  const unknown = await ask(path, {
    method: "PUT",
    body: { ...flow, placeWordings: [{ place: "US-WA", announcement: { ...words, short: lost } }] },
  });

  expect(kept.status).toBe(200);
  expect(KeptCallFlow.parse(await kept.json()).flow).toEqual(flow);
  expect(unknown.status).toBe(422);
  expect(await problemIn(unknown)).toMatchObject({
    code: "sound_unknown",
    field: "placeWordings.0.announcement.short.sound",
  });
});
