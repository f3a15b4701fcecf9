import { sign } from "@ringtrail/telephony/twilio";
import { expect, test } from "vitest";
import { ring, storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

const moments = ["voice", "notice", "dial", "status", "recording"];

/** Nothing at all was kept of any call. */
async function expectNothing({ world, shop, deps, jobs }: TestApp): Promise<void> {
  await deps.background.settled();
  expect(await storedCalls({ world, shop })).toEqual([]);
  expect(await world.proofs.firstBroken(shop.account)).toBeUndefined();
  expect(jobs.asked).toEqual([]);
  expect(deps.spool.isWaiting()).toBe(false);
}

test.each(moments)("403: an unsigned %s webhook writes nothing", async (moment) => {
  const app = await aTestApp();

  const response = await ring(app, moment, {}, { signature: "" });

  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "signature_invalid" });
  await expectNothing(app);
});

test.each(moments)("403: a %s webhook signed with another secret writes nothing", async (moment) => {
  const app = await aTestApp();

  expect((await ring(app, moment, {}, { secret: "guessed" })).status).toBe(403);

  await expectNothing(app);
});

test("403: a tampered body writes nothing", async () => {
  const app = await aTestApp();
  const { shop, deps } = app;
  const path = `/carriers/twilio/${shop.connection}/voice`;
  const signature = sign(`${deps.server.publicUrl}${path}`, "CallSid=CA1&From=%2B12065550123", secretOf(app));

  expect((await ring(app, "voice", {}, { signature })).status).toBe(403);

  await expectNothing(app);
});

test("403: a webhook sent to another moment's address writes nothing", async () => {
  const app = await aTestApp();
  const { shop, deps } = app;
  const body = new URLSearchParams({ CallSid: "CA1", From: "+12065550123", To: shop.source.e164 }).toString();
  const base = `${deps.server.publicUrl}/carriers/twilio/${shop.connection}`;
  const signature = sign(`${base}/status`, body, secretOf(app));

  expect((await ring(app, "voice", {}, { signature })).status).toBe(403);

  await expectNothing(app);
});

test("403: a webhook played again after its call has ended writes nothing new", async () => {
  const app = await aTestApp();
  await ring(app, "voice", {});
  await ring(app, "status", { CallStatus: "completed", CallDuration: "9" });
  await app.deps.background.settled();
  const before = await storedCalls(app);
  app.clock.pass(121_000);

  const response = await ring(app, "voice", {});

  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "webhook_replayed" });
  expect(await storedCalls(app)).toEqual(before);
});

test("200: a carrier that asks again because our answer was lost is answered, and nothing new is written", async () => {
  const app = await aTestApp();
  await ring(app, "voice", {});
  await ring(app, "status", { CallStatus: "completed", CallDuration: "9" });
  await app.deps.background.settled();
  const before = await storedCalls(app);
  app.clock.pass(60_000);

  const response = await ring(app, "voice", {});

  expect(response.status).toBe(200);
  expect(await response.text()).toContain("+14155550199");
  expect(await storedCalls(app)).toEqual(before);
});

test("403: an unknown connection is answered like a wrong signature, so nobody learns which there are", async () => {
  const { app } = await aTestApp();

  const response = await app.request("/carriers/twilio/0196f0f0-0000-7000-8000-000000000000/voice", { method: "POST" });

  expect(response.status).toBe(403);
});

test("404: a carrier or a connection that cannot exist", async () => {
  const { app, shop } = await aTestApp();
  const post = { method: "POST" };

  expect((await app.request(`/carriers/acme/${shop.connection}/voice`, post)).status).toBe(404);
  expect((await app.request("/carriers/twilio/no-id/voice", post)).status).toBe(404);
  expect((await app.request(`/carriers/twilio/${shop.connection}/anything`, post)).status).toBe(404);
});

test("413: a body longer than any webhook is not read to its end", async () => {
  const app = await aTestApp();

  const response = await ring(app, "voice", { Rubbish: "x".repeat(70_000) });

  expect(response.status).toBe(413);
  await expectNothing(app);
});

test("422: a signed webhook that names no call says which field is missing", async () => {
  const app = await aTestApp();

  const response = await ring(app, "voice", { CallSid: "" });

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: "body_invalid", field: "CallSid" });
});

test("no refused webhook leaves a caller, a body or a signature in the log", async () => {
  const app = await aTestApp();

  await ring(app, "voice", { From: "+12065550142" }, { signature: "c2lnbmF0dXJl" });

  const logged = app.logged.join("");
  expect(logged).toContain("webhook refused");
  expect(logged).not.toContain("2065550142");
  expect(logged).not.toContain("c2lnbmF0dXJl");
  expect(logged).not.toContain(app.shop.connection);
});

function secretOf({ shop }: TestApp): string {
  return `secret ${shop.siteKey.replace("shop-", "")}`;
}
