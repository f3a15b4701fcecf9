import { KeptCallFlow } from "@ringtrail/api-contract";
import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { ring } from "../../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { fallbackFiles } from "../../survival/fallback-files.ts";

const anApp = () => aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));
const pathOf = ({ shop }: TestApp) => `/v1/sites/${shop.site}/call-flow`;
const caller = { From: "+14155550142" };
const plain = {
  destination: "+14155550199",
  ringSeconds: 25,
  announcement: { text: "All calls are recorded.", language: "en-US", refusalKey: "5" },
  recordingWanted: true,
};

test("422: a seat in a place no law knows is refused, named, and one that is known is kept", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  const seats = (place: string) => [{ phone: plain.destination, place }];

  const wrong = await ask(pathOf(app), { method: "PUT", body: { ...plain, seats: seats("US-ZZ") } });
  const right = { ...plain, seats: seats("US-WA"), recorderPlace: "US-OR" };
  await ask(pathOf(app), { method: "PUT", body: right });

  expect(wrong.status).toBe(422);
  expect(await problemIn(wrong)).toMatchObject({ code: "jurisdiction_unknown", field: "seats.0.place" });
  expect(KeptCallFlow.parse(await (await ask(pathOf(app))).json()).flow).toEqual(right);
});

test("200: an owner who wants no call without a notice says why, and a call whose notice failed ends", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:write"]);
  const why = { reason: "every call of this line is on file", author: "Ann" };
  const unsaid = await ask(pathOf(app), { method: "PUT", body: { ...plain, noCallWithoutNotice: { reason: "x" } } });
  await ask(pathOf(app), { method: "PUT", body: { ...plain, noCallWithoutNotice: why } });
  await ring(app, "voice", caller);

  const failed = await (await ring(app, "notice", { ...caller, CallStatus: "failed" })).text();

  expect(unsaid.status).toBe(422);
  expect(failed).toMatch(/<Say [^>]*>We are sorry[^<]*<\/Say><Hangup\/>/);
  expect(failed).not.toContain("<Dial");
  const [entry] = await app.deps.accounts.auditLog(app.shop.account, 1);
  expect(entry?.facts).toMatchObject({ noCallWithoutNotice: true });
  const document = fallbackFiles(app.deps.snapshot)[0]?.document.body;
  expect(document).toMatch(/<Say [^>]*>All calls are recorded\.<\/Say><Dial /);
});
