import { memoryWorld, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import type { ServerAnswer } from "../doctor/ask-server.ts";
import { checkHttps, checkPublicAddress } from "./check-address.ts";
import { waitForCall } from "./wait-for-call.ts";
import { at } from "@ringtrail/core/testing";

const url = "https://calls.example";
const ours: ServerAnswer = { kind: "ours", seen: { version: "1", publicUrl: url, isFromTrustedProxy: true } };

test.each([
  ["nothing is set", undefined, false, "failed"],
  ["this machine", "https://127.0.0.1:8787", false, "failed"],
  ["this machine, for the fake carrier", "http://127.0.0.1:8787", true, "ok"],
  ["a name", url, false, "ok"],
] as const)("public address, %s: %s", (_what, address, isFake, state) => {
  const step = checkPublicAddress(address, isFake);

  expect(step.state).toBe(state);
  expect(step.fix === undefined).toBe(state === "ok");
});

test.each<[what: string, address: string, answer: ServerAnswer, says: string]>([
  ["not encrypted", "http://calls.example", ours, "not encrypted"],
  ["no DNS", url, { kind: "silent", cause: "ENOTFOUND" }, "no address in DNS"],
  ["refused", url, { kind: "silent", cause: "ECONNREFUSED" }, "refuses connections"],
  ["expired", url, { kind: "silent", cause: "CERT_HAS_EXPIRED" }, "expired certificate"],
  ["self-signed", url, { kind: "silent", cause: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "nobody vouches for"],
  ["anything else", url, { kind: "silent", cause: "EPROTO" }, "does not answer (EPROTO)"],
  ["somebody else", url, { kind: "foreign", status: 200 }, "something else"],
  ["another address", "https://other.example", ours, "takes itself for"],
])("https, %s: one sentence and the way out", (_what, address, answer, says) => {
  const step = checkHttps(address, answer, false);

  expect(step).toMatchObject({ state: "failed", fix: expect.stringMatching(/^\S.+\.$/) });
  expect(step.says).toContain(says);
  expect(step.says).toMatch(/\.$/);
});

test("https: this very server behind a trusted certificate is well", () => {
  expect(checkHttps(url, ours, false).state).toBe("ok");
});

test("a test call that never comes is said, with where to look", async () => {
  const world = memoryWorld();
  const { account, source } = await seedShop(world);

  const step = await waitForCall(world.calls, {
    account,
    number: source.id,
    e164: source.e164,
    since: at("10:00"),
    waitMs: 0,
  });

  expect(step).toMatchObject({ step: "test_call", state: "failed" });
  expect(step.fix).toContain("error log");
});
