import { describe, expect, test } from "vitest";
import { readSession, signIn } from "./session.ts";

const answers =
  (status: number, body: unknown): typeof fetch =>
  async () =>
    new Response(JSON.stringify(body), { status });

const unplugged: typeof fetch = async () => {
  throw new TypeError("fetch failed");
};

describe("who is signed in", () => {
  test.each([
    ["a person", 200, { session: {}, user: { email: "owner@example.com" } }, { email: "owner@example.com" }],
    ["nobody, said as null", 200, null, undefined],
    ["nobody, said as 401", 401, {}, undefined],
    ["an answer of another shape is nobody", 200, { user: { email: 7 } }, undefined],
  ])("%s", async (_why, status, body, person) => {
    expect(await readSession(answers(status, body))).toEqual(person);
  });

  test("a broken server is not mistaken for being signed out", async () => {
    await expect(readSession(answers(500, {}))).rejects.toThrow("500");
  });
});

test.each([
  ["a right password signs in", answers(200, {}), undefined],
  ["a wrong one is refused", answers(401, {}), "wrong"],
  ["a form the server cannot read is refused", answers(400, {}), "wrong"],
  ["too many attempts", answers(429, {}), "too_many"],
  ["a broken server", answers(503, {}), "unreachable"],
  ["no network", unplugged, "unreachable"],
])("%s", async (_why, ask, refusal) => {
  expect(await signIn(ask, "owner@example.com", "secret")).toBe(refusal);
});
