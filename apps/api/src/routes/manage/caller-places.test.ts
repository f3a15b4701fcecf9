import { CallerPlaceList, CallerPlaceShown } from "@ringtrail/api-contract";
import { aCallFlow, aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { ring, storedCalls } from "../../../testing/ask-app.ts";
import type { Deps } from "../../deps.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const texan = "+15125550142";
const declared = { phone: texan, place: "US-TX", basis: "address of the contract" };
const silence = { reason: "counsel's letter of 3 May", author: "Ann" };

/** A business in Texas that wants silence where it is lawful. */
async function anApp(): Promise<TestApp> {
  const inTexas = ({ directory }: Deps): Deps["directory"] => ({
    ...directory,
    routeByNumber: async (...asked) => {
      const route = await directory.routeByNumber(...asked);
      return route && { ...route, businessPlaces: ["US-TX"] };
    },
  });
  const app = await aTestApp({ slices: ["any"] }, (deps) => ({ law: aRuleSet(), directory: inTexas(deps) }));
  const flow = aCallFlow({ recordingPolicy: { want: "silent", silence } });
  await app.deps.accounts.saveFlow(app.shop.account, app.shop.site, flow);
  return app;
}

async function decidedOf({ world, shop }: TestApp) {
  const [call] = await storedCalls({ world, shop });
  const proofs = call === undefined ? [] : await world.proofs.ofCall(shop.account, call.id);
  return proofs.find(({ kind }) => kind === "decided");
}

test("201: with a typed reason, an author and a declared place the call may be silent; without the place it is announced", async () => {
  const [app, other] = [await anApp(), await anApp()];
  const ask = await aKey(app, ["sites:read", "sites:write"]);

  const answer = await ask("/v1/caller-places", { body: declared });
  const [silent, announced] = [
    await (await ring(app, "voice", { From: texan })).text(),
    await (await ring(other, "voice", { From: texan })).text(),
  ];

  expect(answer.status).toBe(201);
  const shown = CallerPlaceShown.parse(await answer.json());
  expect(shown).toMatchObject({ place: "US-TX", basis: declared.basis, declaredBy: expect.stringMatching(/^key/) });
  expect(shown.phone).not.toContain("5550142");
  expect(silent).not.toContain("<Gather");
  expect(silent).toContain('record="record-from-answer-dual"');
  expect(announced).toContain("<Gather");
  const decided = await decidedOf(app);
  expect(decided?.facts?.inputs).toMatchObject({ callerEvidence: { declared: "US-TX" } });
  expect(decided?.decision.considered).toContainEqual(
    expect.objectContaining({ party: "caller", evidence: "stated", place: "US-TX" }),
  );
});

test("204: what was taken back counts no more, and both are in the audit log without the number", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  await ask("/v1/caller-places", { body: declared });

  const gone = await ask("/v1/caller-places/withdrawals", { body: { phone: texan } });
  const again = await ask("/v1/caller-places/withdrawals", { body: { phone: texan } });

  expect(gone.status).toBe(204);
  expect([again.status, (await problemIn(again))["code"]]).toEqual([404, "caller_place_absent"]);
  expect(CallerPlaceList.parse(await (await ask("/v1/caller-places")).json()).places).toEqual([]);
  expect(await (await ring(app, "voice", { From: texan })).text()).toContain("<Gather");
  const log = await app.deps.accounts.auditLog(app.shop.account, 10);
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["caller_place.declared", "caller_place.withdrawn"]),
  );
  expect(JSON.stringify(log)).not.toContain(texan.slice(2));
});

test.each([
  ["phone_malformed", { ...declared, phone: "555" }, "phone"],
  ["jurisdiction_unknown", { ...declared, place: "US-ZZ" }, "place"],
  ["body_invalid", { ...declared, basis: "  " }, "basis"],
])("422: %s", async (code, body, field) => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);

  const answer = await ask("/v1/caller-places", { body });

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code, field });
  expect(await app.deps.care.declaredPlaces(app.shop.account)).toEqual([]);
});

test("503: without a law no place is known", async () => {
  const app = await aTestApp({}, () => ({ law: undefined }));
  const ask = await aKey(app, ["sites:write"]);

  expect((await ask("/v1/caller-places", { body: declared })).status).toBe(503);
});

test("a declaration that cannot be looked up is none: the call is announced, not lost", async () => {
  const app = await aTestApp({ slices: ["any"] }, (deps) => ({
    law: aRuleSet(),
    care: { ...deps.care, placeOf: () => Promise.reject(new Error("the care side is away")) },
  }));
  await app.deps.accounts.saveFlow(
    app.shop.account,
    app.shop.site,
    aCallFlow({ recordingPolicy: { want: "silent", silence } }),
  );

  expect(await (await ring(app, "voice", { From: texan })).text()).toContain("<Gather");
});
