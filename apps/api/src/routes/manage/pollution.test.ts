import { PollutionReport } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aKey } from "../../../testing/ask-as-key.ts";
import { ring } from "../../../testing/ask-app.ts";
import { aTestApp } from "../../../testing/test-app.ts";

test("200: a number that leads here and is none of ours is spoken of as not in service, counted and reported", async () => {
  const app = await aTestApp();
  const { deps, shop, clock } = app;
  const ask = await aKey(app, ["numbers:read"]);
  const caller = "+12065550142";
  for (const CallSid of ["CA1", "CA2"]) {
    expect(await (await ring(app, "voice", { From: caller, To: "+14155559199", CallSid })).text()).toContain(
      "not in service",
    );
    await deps.background.settled();
    clock.pass(60_000);
  }
  await deps.numbers.rest(shop.account, shop.source.id, clock.now());
  await ring(app, "voice", { From: caller, CallSid: "CA3" });
  await deps.background.settled();

  const answer = await ask("/v1/pollution");

  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).not.toContain(caller.slice(1));
  expect(PollutionReport.parse(JSON.parse(text)).numbers).toMatchObject([
    { e164: "+14155559199", why: "unknown", calls: 2, connection: shop.connection },
    { e164: shop.source.e164, why: "resting", calls: 1 },
  ]);
});

test("422: only whole days, and 403 without the scope", async () => {
  const app = await aTestApp();
  expect((await (await aKey(app, ["numbers:read"]))("/v1/pollution?days=x")).status).toBe(422);
  expect((await (await aKey(app, ["calls:read"]))("/v1/pollution")).status).toBe(403);
});
