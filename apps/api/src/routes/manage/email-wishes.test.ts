import { EmailErased, EmailExport } from "@ringtrail/api-contract";
import { anId, at, lendTo } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aSignedInDesk } from "../../../testing/a-signed-in-desk.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const email = "Ada@Example.com";

/** Somebody's forms, an alert mailed to them, and an invitation they never answered. */
async function aKnownAddress() {
  const app = await aTestApp({ slices: ["any"] });
  const { deps, shop, world } = app;
  const { account, site } = shop;
  await lendTo(world, shop, "ada", { now: at("09:59"), visitor: "ada" });
  const form = { site, name: "contact", page: "/contact", touch: undefined, sentAt: at("10:00") };
  await deps.forms.keep(account, { ...form, id: anId("f1"), ref: email.toLowerCase(), visit: anId("ada") });
  await deps.forms.keep(account, { ...form, id: anId("f2"), ref: "bob@example.com", visit: undefined });
  for (const to of ["ada@example.com", "bob@example.com"]) {
    const wish = { id: anId<string>(to), kind: "email", name: to, isOn: true, facts: ["voicemail" as const] };
    await deps.destinations.saveDestination(account, { ...wish, site: undefined, settings: { to } }, at("09:00"));
    const invitation = { id: anId<string>(`i ${to}`), account, email: to, role: "agent" as const, invitedBy: "cli" };
    await deps.accounts.invite({ ...invitation, expiresAt: at("23:00") }, to);
  }
  await deps.destinations.saveQuietTimes(account, email, { from: "20:00", to: "07:00", timeZone: "UTC" });
  return { ...app, ask: await aKey(app, ["callers:care"]) };
}

test("200: what is known under an address is told, and that somebody looked is written down without it", async () => {
  const { ask, deps, shop } = await aKnownAddress();

  const known = EmailExport.parse(await (await ask("/v1/emails/exports", { body: { email } })).json());

  expect(known).toMatchObject({
    invitations: [{ id: anId("i ada@example.com"), role: "agent" }],
    destinations: [{ id: anId("ada@example.com"), name: "ada@example.com" }],
    quiet: { from: "20:00" },
    forms: [{ id: anId("f1"), name: "contact", page: "/contact" }],
    visits: [{ id: anId("ada"), pages: [expect.anything()] }],
  });
  expect(known.person).toBeUndefined();
  const [entry] = await deps.accounts.auditLog(shop.account, 1);
  expect(entry).toMatchObject({ action: "email.exported", facts: { forms: 1, visits: 1 } });
  expect(JSON.stringify(entry).toLowerCase()).not.toContain("ada");
});

test("200: whoever asks by their address is forgotten everywhere it stands, and nobody else is", async () => {
  const { ask, deps, shop } = await aKnownAddress();
  const { account } = shop;

  const erased = EmailErased.parse(await (await ask("/v1/emails/erasures", { body: { email } })).json());

  expect(erased).toEqual({ invitations: 1, destinations: 1, forms: 1, visits: 1, isPerson: false });
  const after = EmailExport.parse(await (await ask("/v1/emails/exports", { body: { email } })).json());
  expect(after).toEqual({ invitations: [], destinations: [], forms: [], visits: [] });
  expect(await deps.visits.story(account, anId("ada"))).toBeUndefined();
  expect((await deps.destinations.destinations(account)).map(({ name }) => name)).toEqual(["bob@example.com"]);
  expect((await deps.accounts.invitations(account)).map((one) => one.email)).toEqual(["bob@example.com"]);
  const left = await deps.forms.list(account, { from: at("09:00"), before: at("11:00") }, 10);
  expect(left.map(({ ref }) => ref).toSorted()).toEqual(["bob@example.com", undefined]);
  const [entry] = (await deps.accounts.auditLog(account, 2)).slice(1);
  expect(entry).toMatchObject({ action: "email.erased", facts: { destinations: 1, tell: "owners" } });
});

test("200: who signs in with the address stays until they are taken out, and is told in full", async () => {
  const { owner } = await aSignedInDesk();
  const body = { email: "Owner@example.com" };

  const erased = EmailErased.parse(await (await owner("/v1/emails/erasures", body)).json());
  const known = EmailExport.parse(await (await owner("/v1/emails/exports", body)).json());

  expect([erased.isPerson, known.person?.role]).toEqual([true, "owner"]);
});

test("403, 409 and 422: only with the scope, never under a hold on everything, and only for an address", async () => {
  const { ask, deps, shop, ...app } = await aKnownAddress();
  const reader = await aKey({ ...app, deps, shop }, ["callers:read"]);
  for (const door of ["exports", "erasures"]) {
    expect((await reader(`/v1/emails/${door}`, { body: { email } })).status).toBe(403);
    for (const wrong of ["", "nobody", "a@b", `${"a".repeat(250)}@example.com`]) {
      const refused = await ask(`/v1/emails/${door}`, { body: { email: wrong } });
      expect(await problemIn(refused)).toMatchObject({ code: "body_invalid", field: "email" });
    }
  }
  const hold = {
    id: anId<string>("hold"),
    call: undefined,
    reason: "A letter",
    placedBy: "cli",
    placedAt: at("09:00"),
  };
  await deps.accounts.placeHold(shop.account, hold);
  expect((await problemIn(await ask("/v1/emails/erasures", { body: { email } })))["code"]).toBe("on_hold");
  expect(await deps.visits.story(shop.account, anId("ada"))).toBeDefined();
});
