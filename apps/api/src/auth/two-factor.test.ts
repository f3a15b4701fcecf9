import { createHmac } from "node:crypto";
import { SessionShown } from "@ringtrail/api-contract";
import { aCallFlow } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aDoor, cookieOf, email, password, verify, type Door } from "../../testing/a-door.ts";
import { problemIn } from "../../testing/ask-as-key.ts";

/** The six digits an authenticator shows now for what is behind a `otpauth:` address (RFC 6238: SHA-1, 30 s). */
function codeOf(totpUri: string): string {
  const secret = new URL(totpUri).searchParams.get("secret") ?? "";
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A person who came by a link and set up a second factor. */
async function withSecondFactor(door: Door) {
  const first = cookieOf(await door.post(verify, { token: await door.ownerLink() }));
  const made = await (await door.post("/api/auth/two-factor/enable", {}, { cookie: first })).json();
  const confirmed = await door.post(
    "/api/auth/two-factor/verify-totp",
    { code: codeOf(made.totpURI) },
    { cookie: first },
  );
  expect(confirmed.status).toBe(200);
  return { totpUri: String(made.totpURI), backupCodes: made.backupCodes as string[], cookie: cookieOf(confirmed) };
}

test("a clinic's owner gets nowhere without a second factor, and with one everywhere", async () => {
  const door = await aDoor();
  const { deps, shop, app, post } = door;
  const cookie = cookieOf(await post(verify, { token: await door.ownerLink() }));
  const ask = (path: string, as = cookie) => app.request(path, { headers: { cookie: as } });
  expect((await ask("/v1/calls")).status).toBe(200);

  await deps.accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));
  const refused = await ask("/v1/calls");
  const { person } = SessionShown.parse(await (await ask("/v1/session")).json());
  const after = await withSecondFactor(door);
  const off = await post("/api/auth/two-factor/disable", {}, { cookie: after.cookie });

  expect(refused.status).toBe(403);
  expect(await problemIn(refused)).toMatchObject({ code: "two_factor_required" });
  expect(person).toMatchObject({ hasTwoFactor: false, mustSetTwoFactor: true, idleMinutes: 15 });
  expect((await ask("/v1/calls", after.cookie)).status).toBe(200);
  expect(await problemIn(off)).toMatchObject({ code: "two_factor_required" });
});

test("neither a password nor an owner's link gets past the second factor; a code does, and a backup code once", async () => {
  const door = await aDoor();
  const { post, app } = door;
  const { totpUri, backupCodes, cookie } = await withSecondFactor(door);
  const knowsPassword = async () =>
    SessionShown.parse(await (await app.request("/v1/session", { headers: { cookie } })).json()).person?.hasPassword;
  expect(await knowsPassword()).toBe(false);
  expect((await post("/api/auth/set-password", { newPassword: "too short" }, { cookie })).status).toBe(422);
  expect((await post("/api/auth/set-password", { newPassword: password }, { cookie })).status).toBe(200);
  expect(await knowsPassword()).toBe(true);
  const calls = async (answer: Response) =>
    (await app.request("/v1/calls", { headers: { cookie: cookieOf(answer) } })).status;

  const byPassword = await post("/api/auth/sign-in/email", { email, password });
  const byLink = await post(verify, { token: await door.ownerLink() });

  expect(await byPassword.clone().json()).toMatchObject({ twoFactorRedirect: true });
  expect(await byLink.clone().json()).toMatchObject({ twoFactorRedirect: true });
  expect([await calls(byPassword), await calls(byLink)]).toEqual([401, 401]);

  const half = { cookie: cookieOf(byPassword) };
  const wrong = await post("/api/auth/two-factor/verify-totp", { code: "000000" }, half);
  const right = await post("/api/auth/two-factor/verify-totp", { code: codeOf(totpUri), trustDevice: true }, half);
  expect(await problemIn(wrong)).toMatchObject({ code: "two_factor_code_refused" });
  expect(await calls(right)).toBe(200);
  expect(right.headers.getSetCookie().join()).not.toContain("trust");

  const backup = { code: backupCodes[0] };
  const byBackup = await post("/api/auth/two-factor/verify-backup-code", backup, { cookie: cookieOf(byLink) });
  expect(await calls(byBackup)).toBe(200);
  const third = cookieOf(await post("/api/auth/sign-in/email", { email, password }));
  const again = await post("/api/auth/two-factor/verify-backup-code", backup, { cookie: third });
  expect(await problemIn(again)).toMatchObject({ code: "two_factor_code_refused" });
});

test("the database holds neither the second factor's secret nor a backup code", async () => {
  const door = await aDoor();
  const { totpUri, backupCodes } = await withSecondFactor(door);

  const { adapter } = await door.auth.$context;
  const rows = JSON.stringify(await adapter.findMany({ model: "twoFactor" }));

  expect(rows).not.toContain(backupCodes[0]);
  expect(rows).not.toContain(new URL(totpUri).searchParams.get("secret"));
});

test("a session nobody used ends, whichever door it comes to; what a page asks by itself keeps none alive", async () => {
  const door = await aDoor();
  const { post, app, auth } = door;
  const { adapter } = await auth.$context;
  const token = async () => cookieOf(await post(verify, { token: await door.ownerLink() }));
  const rest = async (minutes: number) => {
    const [session] = await adapter.findMany<{ id: string; updatedAt: Date }>({ model: "session" });
    const update = { updatedAt: new Date(Date.now() - minutes * 60_000) };
    await adapter.update({ model: "session", where: [{ field: "id", value: session?.id ?? "" }], update });
  };
  const seen = async () => (await adapter.findMany<{ updatedAt: Date }>({ model: "session" }))[0]?.updatedAt.getTime();
  const cookie = await token();

  await rest(700);
  const before = await seen();
  expect((await app.request("/v1/calls", { headers: { cookie, "x-ringtrail-unattended": "1" } })).status).toBe(200);
  await app.request("/v1/session", { headers: { cookie, accept: "text/event-stream" } });
  expect(await seen()).toBe(before);
  expect((await app.request("/v1/calls", { headers: { cookie } })).status).toBe(200);
  expect(await seen()).toBeGreaterThan(before ?? 0);

  await rest(721);
  const ended = await app.request("/v1/calls", { headers: { cookie } });
  expect(ended.status).toBe(401);
  expect(await problemIn(ended)).toMatchObject({ code: "session_idle" });

  const second = await token();
  await rest(721);
  const shown = await app.request("/api/auth/get-session", { headers: { cookie: second } });
  expect(await shown.json()).toBeNull();
});
