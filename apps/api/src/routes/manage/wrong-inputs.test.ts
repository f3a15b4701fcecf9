import { SecurityShown } from "@ringtrail/api-contract";
import { securityBounds } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aToldCall } from "../../../testing/a-told-call.ts";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

/** What a form reads to say beside which field something is wrong. */
async function refused(answer: Response): Promise<unknown> {
  const { status, code, field } = await problemIn(answer);
  return [status, code, field];
}

const { idleMinutes, keyDays } = securityBounds;

test.each([
  ["idleMinutes", idleMinutes.least - 1],
  ["idleMinutes", idleMinutes.most + 1],
  ["idleMinutes", 30.5],
  ["idleMinutes", "half an hour"],
  ["keyDays", keyDays.least - 1],
  ["keyDays", keyDays.most + 1],
  ["keyDays", "many"],
  ["requiresTwoFactor", "yes"],
])("422: a limit of sign-ins names its field when it is wrong, and the others stay: %s %s", async (field, value) => {
  const app = await aTestApp();
  const ask = await aKey(app, ["account:read", "account:write"]);
  const before = SecurityShown.parse(await (await ask("/v1/security")).json());

  const body = { requiresTwoFactor: false, idleMinutes: 30, keyDays: 90, [field]: value };

  expect(await refused(await ask("/v1/security", { method: "PUT", body }))).toEqual([422, "body_invalid", field]);
  expect(SecurityShown.parse(await (await ask("/v1/security")).json())).toEqual(before);
});

test.each(["", "ann", "0199f3c2-0000-7000-8000", "0199f3c2-0000-7000-8000-00000000000g", 7])(
  "422: a visitor's id that is none names its field, whichever is wished: %s",
  async (visitor) => {
    const app = await aTestApp();
    const ask = await aKey(app, ["callers:care"]);
    for (const door of ["exports", "erasures"]) {
      const answer = await ask(`/v1/visitors/${door}`, { body: { visitor } });
      expect(await refused(answer), door).toEqual([422, "body_invalid", "visitor"]);
    }
    const log = await app.deps.accounts.auditLog(app.shop.account, 9);
    expect(log.filter(({ action }) => action.startsWith("visitor."))).toEqual([]);
  },
);

test.each(["", "usd", "US", "DOLLAR", "US$", 840])(
  "422: a currency that is none names its field, of a value, a cost and an order: %s",
  async (currency) => {
    const app = await aTestApp();
    const { call } = await aToldCall(app);
    const ask = await aKey(app, ["calls:read", "calls:write", "costs:write", "orders:write"]);
    const value = await ask(`/v1/calls/${call}/value`, { method: "PUT", body: { amount: 5, currency } });
    expect(await refused(value)).toEqual([422, "body_invalid", "currency"]);
    const cost = { day: "2026-03-01", source: "google", currency, amount: 1 };
    const costs = await ask("/v1/costs", { body: { costs: [cost] } });
    expect(await refused(costs)).toEqual([422, "body_invalid", "costs.0.currency"]);
    const order = { id: "1", placedAt: "2026-03-01T10:00:00.000Z", currency, amount: 1 };
    const orders = await ask("/v1/orders", { body: { orders: [order] } });
    expect(await refused(orders)).toEqual([422, "body_invalid", "orders.0.currency"]);
  },
);
