import { createHash } from "node:crypto";
import { CallProof, ProofList, sayProof } from "@ringtrail/api-contract";
import { checkSomeLinks, type Proof } from "@ringtrail/core/consent";
import { aCall, aDecision, aProof, aRuleSet, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aToldCall, toldCaller } from "../../../testing/a-told-call.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("200: the certificate says what was decided and why, what was said, what happened, and how to verify it", async () => {
  const testApp = await aTestApp({}, () => ({ law: aRuleSet() }));
  const { call } = await aToldCall(testApp);
  const { proofs, care } = testApp.deps;
  const written = await proofs.ofCall(testApp.shop.account, call);
  const recording = await care.recordingOf(testApp.shop.account, call);
  const ask = await aKey(testApp, ["calls:read"]);

  const answer = await ask(`/v1/calls/${call}/certificate`);

  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  const page = await answer.text();
  const facts = [
    "The call was recorded, after the notice was heard to its end.",
    "Announce first, then record.",
    "Cal. Penal Code § 632",
    "This call will be recorded",
    written[0]?.wordingSha256,
    written[0]?.decision.ruleSet.hash,
    written[0]?.previousHash,
    recording?.sha256,
    "ringtrail consent verify --file",
    "2026-03-02 10:00:06.000 UTC",
    ...written.map(({ hash }) => hash),
  ];
  expect(facts.filter((fact) => fact === undefined || !page.includes(fact))).toEqual([]);
});

test("200: the page runs nothing, fetches nothing and is framed by nobody, and a saved copy says so too", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const ask = await aKey(testApp, ["calls:read"]);

  const answer = await ask(`/v1/calls/${call}/certificate`);

  const policy = answer.headers.get("content-security-policy") ?? "";
  const page = await answer.text();
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  expect(policy).toContain(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  expect(page).toContain(`content="${policy.split("; frame-ancestors")[0]?.replaceAll("'", "&#39;")}"`);
  expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| href=| style=| on\w+=/i);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("200: the caller is masked unless the scope says otherwise, and then the look is written down; a visit never shows", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const { accounts } = testApp.deps;
  const read = async (scopes: Parameters<typeof aKey>[1]) =>
    (await (await aKey(testApp, scopes))(`/v1/calls/${call}/certificate`)).text();
  const seen = async () =>
    (await accounts.auditLog(testApp.shop.account, 20)).filter(({ action }) => action === "caller.seen").length;

  const masked = await read(["calls:read"]);
  expect([masked.includes(toldCaller), masked.includes("(masked)"), await seen()]).toEqual([false, true, 0]);
  const full = await read(["calls:read", "callers:read"]);
  expect([full.includes(toldCaller), await seen()]).toEqual([true, 1]);
  expect(full).not.toMatch(/google|cpc|plumber/);
});

test("200: what somebody wrote into a wording or a name is text on the page, never markup", async () => {
  const testApp = await aTestApp();
  const { deps, shop } = testApp;
  const call = deps.newId<Proof["call"]>();
  await deps.calls.ring(
    shop.account,
    aCall({ id: call, number: shop.source.id, connection: shop.connection, site: shop.site }),
  );
  const wording = '<img src=x onerror="alert(1)">';
  const override = { reason: "<b>bold</b>", author: "Ann", date: "2026-11-24" };
  const decision = aDecision({ reasons: [{ code: "owner_override", place: "US-CA", override }] });
  await deps.proofs.append(shop.account, aProof({ call, wording, decision }));

  const page = await (await (await aKey(testApp, ["calls:read"]))(`/v1/calls/${call}/certificate`)).text();

  expect(page).not.toMatch(/<img|<b>/);
  expect(page).toContain("&lt;img src=x onerror=");
  expect(page).toContain("changed by Ann on 2026-11-24: &lt;b&gt;bold");
});

test("200: the proof for machines holds every field that was hashed, verifies anywhere, and names no caller", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const ask = await aKey(testApp, ["calls:read", "callers:read"]);

  const text = await (await ask(`/v1/calls/${call}/proof`)).text();

  const proof = CallProof.parse(JSON.parse(text));
  expect(proof).toMatchObject({ call, carrierRef: "CA-1", recording: { mediaType: "audio/wav" } });
  expect(proof.proofs).toHaveLength(2);
  expect(checkSomeLinks(proof.proofs as unknown as readonly Proof[], sha256)).toBeUndefined();
  expect(text).not.toContain(toldCaller.slice(1));
});

test.each(["certificate", "proof"])(
  "404: no %s of a call of another account, or of one nothing was decided about",
  async (door) => {
    const testApp = await aTestApp();
    const { deps, shop } = testApp;
    const other = await seedShop(testApp.world);
    const foreign = deps.newId<Proof["call"]>();
    await deps.calls.ring(
      other.account,
      aCall({ id: foreign, number: other.source.id, connection: other.connection, site: other.site }),
    );
    const healed = deps.newId<Proof["call"]>();
    await deps.calls.ring(
      shop.account,
      aCall({ id: healed, number: shop.source.id, connection: shop.connection, site: shop.site, healed: true }),
    );
    const ask = await aKey(testApp, ["calls:read"]);

    const [unknown, absent] = [await ask(`/v1/calls/${foreign}/${door}`), await ask(`/v1/calls/${healed}/${door}`)];

    expect([unknown.status, absent.status]).toEqual([404, 404]);
    expect(await problemIn(unknown)).toMatchObject({ code: "call_unknown" });
    expect(await problemIn(absent)).toMatchObject({ code: "proof_absent" });
  },
);

test("403: a key without calls:read gets neither", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const ask = await aKey(testApp, ["pools:read"]);

  expect((await ask(`/v1/calls/${call}/certificate`)).status).toBe(403);
  expect((await ask(`/v1/calls/${call}/proof`)).status).toBe(403);
});

test("200: the chain of proofs is told newest first, a page at a time, each with its call and in words", async () => {
  const testApp = await aTestApp();
  const { call } = await aToldCall(testApp);
  const written = await testApp.deps.proofs.ofCall(testApp.shop.account, call);
  const ask = await aKey(testApp, ["calls:read"]);

  const told: string[] = [];
  let next: string | undefined;
  do {
    const answer = await ask(`/v1/recording-consent/proofs?limit=2${next === undefined ? "" : `&cursor=${next}`}`);
    const page = ProofList.parse(await answer.json());
    expect(page.proofs.length).toBeLessThanOrEqual(2);
    for (const proof of page.proofs) {
      expect(proof.call).toBe(call);
      told.push(`${proof.sequence} ${proof.hash} ${proof.words}`);
    }
    ({ next } = page);
  } while (next !== undefined);

  expect(told).toEqual(written.toReversed().map((proof) => `${proof.sequence} ${proof.hash} ${sayProof(proof)}`));
  const other = await aKey(await aTestApp(), ["calls:read"]);
  expect(await (await other("/v1/recording-consent/proofs")).json()).toEqual({ proofs: [] });
});

test.each(["0", "-1", "1.5", "abc", "9".repeat(30)])("422: the cursor %s is none of ours", async (cursor) => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);

  const answer = await ask(`/v1/recording-consent/proofs?cursor=${cursor}`);

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code: "cursor_malformed" });
});
