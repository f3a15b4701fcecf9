import { expect, test } from "vitest";
import { aKey } from "../../testing/ask-as-key.ts";
import { ring } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const caller = "+14155550142";

/** The newest call as the API shows it. */
async function newest(app: TestApp) {
  await app.deps.background.settled();
  const ask = await aKey(app, ["calls:read"]);
  const { calls } = (await (await ask("/v1/calls?limit=1")).json()) as { calls: { state: { spam?: object } }[] };
  return calls[0]?.state.spam;
}

test("an ordinary call is flagged as nothing", async () => {
  const app = await aTestApp();

  await ring(app, "voice", { From: caller, StirVerstat: "TN-Validation-Passed-A" });

  expect(await newest(app)).toBeUndefined();
});

test("a failed attestation is told and never enough, and the call reaches the business", async () => {
  const app = await aTestApp();

  const answer = await ring(app, "voice", { From: caller, StirVerstat: "TN-Validation-Failed-C" });

  expect(await answer.text()).toContain("+14155550199");
  expect(await newest(app)).toMatchObject({ suspected: false, signs: ["attestation_failed"] });
});

test("a call to a number that rests is flagged, stays in the list, and still reaches the business", async () => {
  const app = await aTestApp();
  await app.deps.numbers.rest(app.shop.account, app.shop.source.id, app.clock.now());

  const answer = await ring(app, "voice", { From: caller });

  expect(await answer.text()).toContain("+14155550199");
  expect(await newest(app)).toMatchObject({ suspected: true, signs: ["ghost_call"] });
});

test("one caller on many of the account's numbers within minutes is flagged, and one who has talked is not", async () => {
  const app = await aTestApp({ slices: ["any", "any", "any"] });
  for (const [nth, { e164 }] of app.shop.numbers.entries()) {
    await ring(app, "voice", { From: caller, To: e164, CallSid: `CA-${nth}` });
    await app.deps.background.settled();
    app.clock.pass(60_000);
  }

  await ring(app, "voice", { From: caller, CallSid: "CA-last" });
  expect(await newest(app)).toMatchObject({ suspected: true, signs: ["many_numbers"] });

  await ring(app, "dial", {
    CallSid: "CA-last",
    DialCallStatus: "completed",
    DialCallDuration: "90",
    DialCallSid: "CA-leg",
  });
  app.clock.pass(60_000);
  await ring(app, "voice", { From: caller, CallSid: "CA-again" });
  expect(await newest(app)).toBeUndefined();
});
