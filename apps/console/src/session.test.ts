import { describe, expect, test } from "vitest";
import { giveCode, readSession, signIn } from "./session.ts";

const answers =
  (status: number, body: unknown): typeof fetch =>
  async () =>
    new Response(JSON.stringify(body), { status });

const unplugged: typeof fetch = async () => {
  throw new TypeError("fetch failed");
};

const nobody = { person: undefined, isIdle: false };
const owner = { email: "owner@example.com", mustSetTwoFactor: false, hasPassword: false, idleMinutes: undefined };

describe("who is signed in", () => {
  test.each([
    ["a person", 200, { name: "owner@example.com", by: "person" }, { person: owner }],
    [
      "a person who has to set up a second factor",
      200,
      { name: "owner@example.com", person: { mustSetTwoFactor: true, hasPassword: true, idleMinutes: 15 } },
      { person: { email: "owner@example.com", mustSetTwoFactor: true, hasPassword: true, idleMinutes: 15 } },
    ],
    ["nobody", 401, { code: "not_signed_in" }, nobody],
    ["nobody any more", 401, { code: "session_idle" }, { person: undefined, isIdle: true }],
    ["an answer of another shape is nobody", 200, { name: 7 }, nobody],
  ])("%s", async (_why, status, body, read) => {
    expect(await readSession(answers(status, body))).toEqual(read);
  });

  test("whoever belongs to no account is signed in all the same", async () => {
    const ask: typeof fetch = async (url) =>
      String(url) === "/v1/session"
        ? new Response(JSON.stringify({ code: "account_missing" }), { status: 403 })
        : new Response(JSON.stringify({ user: { email: "owner@example.com" } }));
    expect(await readSession(ask)).toEqual({ person: owner });
  });

  test("a broken server is not mistaken for being signed out", async () => {
    await expect(readSession(answers(500, {}))).rejects.toThrow("500");
  });
});

test.each([
  ["a right password signs in", answers(200, {}), undefined],
  ["a second factor is still to come", answers(200, { twoFactorRedirect: true }), "code_needed"],
  ["a wrong one is refused", answers(401, {}), "wrong"],
  ["a form the server cannot read is refused", answers(400, {}), "wrong"],
  ["too many attempts", answers(429, {}), "too_many"],
  ["a broken server", answers(503, {}), "unreachable"],
  ["no network", unplugged, "unreachable"],
])("%s", async (_why, ask, refusal) => {
  expect(await signIn(ask, "owner@example.com", "secret")).toBe(refusal);
});

test("a code and a backup code have doors of their own", async () => {
  const asked: string[] = [];
  const ask: typeof fetch = async (url, init) => {
    asked.push(`${String(url)} ${String(init?.body)}`);
    return new Response("{}");
  };
  expect([await giveCode(ask, "123456", false), await giveCode(ask, "abc", true)]).toEqual([undefined, undefined]);
  expect(asked).toEqual([
    '/api/auth/two-factor/verify-totp {"code":"123456"}',
    '/api/auth/two-factor/verify-backup-code {"code":"abc"}',
  ]);
});
