import type { FlowSteps } from "@ringtrail/core/call-flow";
import { aCallFlow } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { ring } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const caller = "+12065550142";
const say = (text: string) => ({ text, language: "en-US" });

/** Suspects press 4; who does is put through, who does not may leave a message. */
const all: FlowSteps["all"] = {
  hello: { kind: "greeting", words: say("Welcome."), next: "guard" },
  guard: { kind: "challenge", words: say("Press 4 to be put through."), key: "4", passed: "ring", failed: "box" },
  ring: { kind: "ring", phones: [{ phone: aCallFlow().destination }], how: "together", ringSeconds: 20 },
  box: { kind: "message", words: say("Please leave a message."), mostSeconds: 60 },
};

/** An app whose flow challenges suspects, and three numbers a robot may sweep over. */
async function aGuardedApp(over: Parameters<typeof aTestApp>[1] = undefined): Promise<TestApp> {
  const app = await aTestApp({ slices: ["any", "any", "any"] }, over);
  const flow = aCallFlow({ recordingWanted: false, steps: { first: "hello", all } });
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, flow);
  return app;
}

/** Calls every number of the pool, a minute apart, and hangs up at once. */
async function sweep(app: TestApp): Promise<void> {
  for (const [nth, { e164 }] of app.shop.numbers.entries()) {
    await ring(app, "voice", { From: caller, To: e164, CallSid: `CA-sweep-${nth}` });
    await app.deps.background.settled();
    app.clock.pass(60_000);
  }
}

const onCall = (over: Readonly<Record<string, string>> = {}) => ({
  From: caller,
  CallSid: "CA-suspect",
  CallStatus: "in-progress",
  ...over,
});
const menuOf = ({ shop }: TestApp) => `menu?about=guard&number=${shop.source.e164.slice(1)}`;

test("a stranger is put through at once, whatever the network says of the number", async () => {
  const app = await aGuardedApp();

  const failed = await ring(app, "voice", { From: caller, StirVerstat: "TN-Validation-Failed-C" });

  const twiml = await failed.text();
  expect(twiml).toContain("+14155550199");
  expect(twiml).not.toContain("Press 4");
});

test("a caller who sweeps over the account's numbers is asked for a key, and whoever presses it is put through", async () => {
  const app = await aGuardedApp();
  await sweep(app);

  const asked = await (await ring(app, "voice", { From: caller, CallSid: "CA-suspect" })).text();
  expect(asked).toMatch(/Welcome\..*Press 4 to be put through\..*<\/Gather><Dial/s);

  const passed = await (await ring(app, menuOf(app), onCall({ Digits: "4" }))).text();
  expect(passed).toContain("+14155550199");
  expect(passed).not.toContain("Press 4");
});

test.each(["", "1"])("a suspect who presses %j may leave a message and rings nobody", async (Digits) => {
  const app = await aGuardedApp();
  await sweep(app);
  await ring(app, "voice", { From: caller, CallSid: "CA-suspect" });

  const answer = await (await ring(app, menuOf(app), onCall({ Digits }))).text();

  expect(answer).toContain("Please leave a message.");
  expect(answer).not.toContain("<Dial");
});

test("whom the owner vouches for is never asked", async () => {
  const app = await aGuardedApp();
  const flow = aCallFlow({ recordingWanted: false, steps: { first: "hello", all }, allowed: [caller as never] });
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, flow);
  await sweep(app);

  const answer = await (await ring(app, "voice", { From: caller, CallSid: "CA-suspect" })).text();

  expect(answer).not.toContain("Press 4");
  expect(answer).toContain("+14155550199");
});

test("when the caller's history cannot be had in time, the phone rings", async () => {
  const app = await aGuardedApp(({ care }) => ({
    care: { ...care, earlierCalls: () => new Promise<never>(() => undefined) },
  }));

  const answer = await (await ring(app, "voice", { From: caller, CallSid: "CA-suspect" })).text();

  expect(answer).toContain("+14155550199");
  expect(answer).not.toContain("Press 4");
});
