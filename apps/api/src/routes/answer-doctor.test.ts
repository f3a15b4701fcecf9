import { after, minute } from "@ringtrail/core";
import { expect, test } from "vitest";
import { ring } from "../../testing/ask-app.ts";
import { aTestApp } from "../../testing/test-app.ts";
import { makeDoctorToken } from "../doctor/doctor-token.ts";

const knock = (token: string) => ({ headers: { authorization: `Bearer ${token}`, "x-forwarded-for": "203.0.113.7" } });

test("200: whoever holds the master key is told how the request looks from inside", async () => {
  const { app, deps, clock } = await aTestApp();
  const token = makeDoctorToken(deps.secrets.doctor, clock.now());

  const answer = await app.request("/doctor", knock(token), {
    incoming: { socket: { remoteAddress: "::ffff:10.0.0.5" } },
  });

  expect(await answer.json()).toEqual({
    version: "1.2.3",
    publicUrl: "https://calls.example",
    connectedFrom: "10.0.0.5",
    isFromTrustedProxy: false,
    forwardedFor: "203.0.113.7",
    refusals: { count: 0 },
  });
});

test("200: webhooks refused for their signature are counted, and others are not", async () => {
  const test = await aTestApp();
  const token = makeDoctorToken(test.deps.secrets.doctor, test.clock.now());
  await ring(test, "voice", {}, { signature: "" });
  await ring(test, "status", {}, { secret: "guessed" });
  await ring(test, "voice", {});

  const answer = await test.app.request("/doctor", knock(token));

  expect(await answer.json()).toMatchObject({ refusals: { count: 2, lastAt: test.clock.now() } });
});

test("404: to everybody else there is no such address", async () => {
  const { app, deps, clock } = await aTestApp();
  const old = makeDoctorToken(deps.secrets.doctor, after(clock.now(), -2 * minute));
  const foreign = makeDoctorToken(new Uint8Array(32).fill(7), clock.now());

  for (const token of ["", "nonsense", old, foreign]) {
    const answer = await app.request("/doctor", knock(token));
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: "not_found" }]);
  }
});
