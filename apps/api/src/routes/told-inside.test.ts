import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const from = "+12065550142";
const leg = { CallSid: "CA2", ParentCallSid: "CA1", CallStatus: "in-progress" };
const dial = { From: from, DialCallStatus: "completed", DialCallSid: "CA2", DialCallDuration: "12" };

/** A call from Washington that has heard the notice; the recording runs before the business's phone rings. */
async function aCallFromWashington(): Promise<TestApp> {
  const areaCodes = new Map([["206", { places: ["US-WA"], placeless: undefined }]]);
  const app = await aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet({ areaCodes }) }));
  await ring(app, "voice", { From: from });
  const response = await ring(app, "notice", { From: from, CallStatus: "in-progress" });
  expect(await response.text()).toContain("<Start><Recording");
  return app;
}

const whisper = (app: TestApp, heard = leg) => ring(app, `whisper?number=${app.shop.source.e164.slice(1)}`, heard);

/** What is proved of the business, in the order it was written. */
async function toldOfBusiness({ world, shop }: TestApp) {
  const [call] = await storedCalls({ world, shop });
  const proofs = call === undefined ? [] : await world.proofs.ofCall(shop.account, call.id);
  return proofs.flatMap(({ kind, facts }) => (kind === "told" && facts?.party === "business" ? [facts] : []));
}

test("200: that both were connected proves that the whisper was heard to its end, once", async () => {
  const app = await aCallFromWashington();
  await whisper(app);
  expect(await toldOfBusiness(app)).toMatchObject([{ told: "whisper", startedAt: expect.any(Number) }]);

  for (const _repeated of [1, 2]) await ring(app, "dial", { ...dial, DialBridged: "true" });

  const [begun, ended, ...more] = await toldOfBusiness(app);
  expect(ended).toMatchObject({ told: "whisper", startedAt: begun?.startedAt, finishedBy: expect.any(Number) });
  expect([begun?.finishedBy, more]).toEqual([undefined, []]);
});

test("200: the end is proved also when the Dial is told of before the whisper", async () => {
  const app = await aCallFromWashington();
  await ring(app, "dial", { ...dial, DialBridged: "true" });
  expect(await toldOfBusiness(app)).toEqual([]);

  await whisper(app);

  expect((await toldOfBusiness(app)).map(({ finishedBy }) => finishedBy !== undefined)).toEqual([false, true]);
});

test.each([
  ["nobody was connected", { DialBridged: "false" }],
  ["the carrier does not say whether they were", {}],
  ["another leg was connected than the one that was told", { DialBridged: "true", DialCallSid: "CA3" }],
])("200: %s: the end of the whisper is not proved", async (_why, said) => {
  const app = await aCallFromWashington();
  await whisper(app);

  await ring(app, "dial", { ...dial, ...said });

  expect((await toldOfBusiness(app)).map(({ finishedBy }) => finishedBy)).toEqual([undefined]);
});
