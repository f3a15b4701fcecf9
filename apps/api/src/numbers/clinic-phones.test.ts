import { CallFlowShown, KeptCallFlow, sayNotice } from "@ringtrail/api-contract";
import { Phi } from "@ringtrail/core";
import { aNumber, aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey } from "../../testing/ask-as-key.ts";
import { aTestApp } from "../../testing/test-app.ts";
import { declarePlace } from "../workflows/declare-place.ts";
import { keepCallFlow } from "../workflows/keep-call-flow.ts";
import { changeDestination } from "./change-destination.ts";

// Every phone a clinic can set, each with its own last digits.
const phones = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => aNumber(`+1415555016${last}`));
const [destination, rung, seat, told, blocked, allowed, moved, target, caller] = phones;
const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g;

test("of a clinic's phones the log and notices say which by a random id, and no digit of any", async () => {
  const app = await aTestApp({}, () => ({ law: aRuleSet() }));
  const { deps, shop } = app;
  const by = { account: shop.account, site: shop.site, actor: "user:ann", signedInAt: deps.now() };
  const ask = await aKey(app, ["sites:read", "sites:write", "callers:read"]);
  const path = `/v1/sites/${shop.site}/call-flow`;
  const { flow } = KeptCallFlow.parse(await (await ask(path)).json());
  const all = { ring: { kind: "ring", phones: [{ phone: rung }], how: "together", ringSeconds: 20 } };
  const standing = { phone: told, person: "user:ann", toldAt: "2026-03-01T09:00:00.000Z", textSha256: "a".repeat(64) };
  const clinic = CallFlowShown.parse({
    ...flow,
    isHealthcare: true,
    destination,
    steps: { first: "ring", all },
    seats: [{ phone: seat, place: "US-CA" }],
    standingNotices: [standing],
    blocked: [blocked],
    allowed: [allowed],
  });

  const place = { kind: "declared", place: "US-CA", basis: "said so" } as const;
  const done = [
    await keepCallFlow(deps, { ...by, flow: clinic }),
    await changeDestination(deps, { ...by, destination: moved! }),
    await declarePlace(deps, { ...by, ...place, number: Phi.seal(caller!) }),
  ];
  const added = await ask(`/v1/sites/${shop.site}/targets`, { body: { e164: target, label: "Dr Ito" } });

  expect([...done.map(({ ok }) => ok), added.status]).toEqual([true, true, true, 200]);
  const log = await deps.accounts.auditLog(shop.account, 100);
  const entries = log.map(({ actor, action, object, facts }) => [actor, action, object, facts]);
  const notices = log.map(({ action, facts }) => sayNotice(action, facts));
  const text = JSON.stringify([entries, notices]).replaceAll(uuid, "");
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["call_flow.set", "forwarding.changed", "caller_place.declared", "target.added"]),
  );
  for (const end of phones.map((phone) => phone.slice(-4))) expect([end, text.includes(end)]).toEqual([end, false]);
  // Nor a masked number.
  expect(text).not.toContain("•");
  const named = KeptCallFlow.parse(await (await ask(path)).json()).phones ?? [];
  const idOf = (phone: string | undefined) => named.find((one) => one.phone === phone)?.id ?? "none";
  const factsOf = (action: string) => log.find((one) => one.action === action)?.facts;
  expect(factsOf("forwarding.changed")).toMatchObject({ fromPhone: idOf(destination), toPhone: idOf(moved) });
  expect(factsOf("call_flow.set")).toMatchObject({ phones: `${idOf(destination)} ${idOf(rung)}`, tell: "owners" });
  expect(notices).toContain(
    `Calls go to another phone now: to ${idOf(moved).slice(0, 8)}; they went to ${idOf(destination).slice(0, 8)}.`,
  );
});
