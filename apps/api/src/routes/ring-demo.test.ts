import { expect, test } from "vitest";
import { post } from "../../testing/ask-app.ts";
import { aTestApp } from "../../testing/test-app.ts";

const own = { origin: "https://calls.example" };

test("502: the fake carrier is away, and says so", async () => {
  const app = await aTestApp();

  const response = await post(app, "/demo/call", { to: app.shop.source.e164 }, own);

  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ code: "carrier_unreachable" });
});

const refused: [status: number, code: string, field: string, body: unknown, origin: string][] = [
  [403, "origin_not_allowed", "Origin", { to: "+14155550100" }, "https://evil.example"],
  [422, "phone_malformed", "to", { to: "415 555" }, own.origin],
  [422, "body_invalid", "to", {}, own.origin],
  [400, "body_not_json", "body", "to=1", own.origin],
  [404, "number_not_in_demo", "to", { to: "+14155559999" }, own.origin],
];

test.each(refused)("%i: %s names the field %s", async (status, code, field, body, origin) => {
  const response = await post(await aTestApp(), "/demo/call", body, { origin });

  expect(await response.json()).toMatchObject({ status, code, field });
});
