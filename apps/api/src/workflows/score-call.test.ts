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

test("an owner clears a call, and flags another: the last word counts in the lists and for the caller's next calls", async () => {
  const app = await aTestApp();
  await app.deps.numbers.rest(app.shop.account, app.shop.source.id, app.clock.now());
  const ask = await aKey(app, ["calls:read", "calls:write"]);
  const listed = async (query: string): Promise<readonly { readonly id: string }[]> =>
    ((await (await ask(`/v1/calls?${query}`)).json()) as { calls: [] }).calls;
  const say = (id: string | undefined, isSpam: boolean) =>
    ask(`/v1/calls/${id}/spam`, { method: "PUT", body: { isSpam } });
  const rings = async (sid: string) => {
    app.clock.pass(60_000);
    await ring(app, "voice", { From: caller, CallSid: sid });
    await app.deps.background.settled();
    return (await listed("limit=1"))[0]?.id;
  };
  const first = await rings("CA-1");
  expect(await listed("spam=hide")).toEqual([]);

  const cleared = (await (await say(first, false)).json()) as object;

  expect(cleared).toMatchObject({ flagged: false, suspected: true, signs: ["ghost_call"], said: { isSpam: false } });
  expect((await listed("spam=hide")).map(({ id }) => id)).toEqual([first]);
  expect(await listed("spam=only")).toEqual([]);
  const second = await rings("CA-2");
  expect(await newest(app)).toBeUndefined();

  app.clock.pass(1_000);
  await say(second, true);
  await rings("CA-3");

  expect(await newest(app)).toMatchObject({ flagged: true, signs: expect.arrayContaining(["said_spam"]) as never });
  expect((await listed("spam=hide")).map(({ id }) => id)).toEqual([first]);
  expect((await say("0199f3c2-0000-7000-8000-000000000000", true)).status).toBe(404);
});
