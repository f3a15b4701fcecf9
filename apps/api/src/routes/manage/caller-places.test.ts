import { CallerPlaceList, CallerPlaceShown, CallerPlacesKept } from "@ringtrail/api-contract";
import { Phi } from "@ringtrail/core";
import { aCallFlow, aNumber, aRuleSet } from "@ringtrail/core/testing";
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

test("201: where the bills go makes the call stricter and never silent, and stands in the proof of every step", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  await ask("/v1/caller-places", { body: declared });

  const answer = await ask("/v1/caller-places", { body: { ...declared, kind: "billing", place: "US-CA" } });
  const announced = await (await ring(app, "voice", { From: texan })).text();
  await ring(app, "notice", { From: texan, CallStatus: "in-progress" });

  expect([answer.status, CallerPlaceShown.parse(await answer.json()).kind]).toEqual([201, "billing"]);
  expect(announced).toContain("<Gather");
  expect((await decidedOf(app))?.facts?.inputs).toMatchObject({
    callerEvidence: { declared: "US-TX", billing: "US-CA" },
  });
  const [call] = await storedCalls(app);
  const proofs = call === undefined ? [] : await app.world.proofs.ofCall(app.shop.account, call.id);
  expect(proofs.map(({ kind }) => kind)).toContain("recording_allowed");
  for (const { decision } of proofs) {
    expect(decision.considered).toContainEqual(
      expect.objectContaining({ party: "caller", evidence: "billing", place: "US-CA" }),
    );
  }
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
    care: { ...deps.care, placesOf: () => Promise.reject(new Error("the care side is away")) },
  }));
  await app.deps.accounts.saveFlow(
    app.shop.account,
    app.shop.site,
    aCallFlow({ recordingPolicy: { want: "silent", silence } }),
  );

  expect(await (await ring(app, "voice", { From: texan })).text()).toContain("<Gather");
});

test("200: a spreadsheet of places is kept row by row, and what cannot be read is named without anybody's number", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  const csv = [
    "Phone;Place;Basis;Kind",
    `${texan};us-ca;invoices of 2026;billing`,
    "+15125550143;US-TX;contract;",
    "555;US-TX;contract;",
    "+15125550144;US-ZZ;contract;",
    "+15125550145;US-TX; ;",
    "+15125550146;US-TX;contract;home",
  ].join("\r\n");

  const answer = await ask("/v1/caller-places/imports", { body: csv, headers: { "content-type": "text/csv" } });

  expect(answer.status).toBe(200);
  const kept = CallerPlacesKept.parse(await answer.json());
  expect(kept).toMatchObject({ rows: 6, kept: 2, problemCount: 4 });
  expect(kept.problems.map(({ line, code }) => [line, code])).toEqual([
    [4, "phone_malformed"],
    [5, "jurisdiction_unknown"],
    [6, "basis_missing"],
    [7, "kind_unknown"],
  ]);
  expect(JSON.stringify(kept)).not.toContain("512555");
  const places = await app.deps.care.declaredPlaces(app.shop.account);
  expect(places.map(({ kind, place }) => [kind, place]).toSorted()).toEqual([
    ["billing", "US-CA"],
    ["declared", "US-TX"],
  ]);
});

test("200: a spreadsheet without a header keeps nothing and says which columns it needs", async () => {
  const ask = await aKey(await anApp(), ["sites:write"]);

  const answer = await ask("/v1/caller-places/imports", {
    body: `${texan},US-TX,contract`,
    headers: { "content-type": "text/csv" },
  });

  const { kept, problems } = CallerPlacesKept.parse(await answer.json());
  expect([kept, problems.map(({ code }) => code)]).toEqual([0, ["header_missing"]]);
});

test("201, 204: a place of a call's caller is declared and taken back without the number being known", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  await ring(app, "voice", { From: texan });
  const [call] = await storedCalls(app);
  const path = `/v1/calls/${call?.id}/caller-places`;

  const said = await ask(path, { body: { place: "US-TX", basis: "said so on the telephone" } });
  const seen = await ask(path);
  const [shown] = CallerPlaceList.parse(await seen.clone().json()).places;
  const gone = await ask(`/v1/caller-places/${shown?.id}`, { method: "DELETE" });
  const again = await ask(`/v1/caller-places/${shown?.id}`, { method: "DELETE" });

  expect(said.status).toBe(201);
  expect(CallerPlaceList.parse(await seen.json()).places).toMatchObject([{ kind: "declared", place: "US-TX" }]);
  expect([gone.status, again.status]).toEqual([204, 404]);
  expect(await app.deps.care.placesOf(app.shop.account, Phi.seal(aNumber(texan)))).toEqual({});
});

test("409: nobody declares a place of who withheld the number; 404: of a call that is none", async () => {
  const app = await anApp();
  const ask = await aKey(app, ["sites:read", "sites:write"]);
  await ring(app, "voice", { From: "anonymous" });
  const [call] = await storedCalls(app);
  const body = { place: "US-TX", basis: "said so" };

  const withheld = await ask(`/v1/calls/${call?.id}/caller-places`, { body });
  const none = await ask(`/v1/calls/${app.shop.account}/caller-places`, { body });

  expect([withheld.status, (await problemIn(withheld))["code"]]).toEqual([409, "caller_withheld"]);
  expect([none.status, (await problemIn(none))["code"]]).toEqual([404, "call_unknown"]);
});
