import { PeopleList, SecurityShown, SessionList } from "@ringtrail/api-contract";
import { after, day } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aDoor, cookieOf, origin, verify, type Door } from "../../../testing/a-door.ts";
import { problemIn } from "../../../testing/ask-as-key.ts";
import { makeSignInLink } from "../../auth/make-owner-link.ts";

/** Asks as whoever holds a cookie. */
function asPerson({ app }: Door, cookie: string) {
  return async (method: string, path: string, body?: object): Promise<Response> =>
    app.request(path, {
      method,
      headers: { cookie, origin, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

async function anOwner(door: Door) {
  const cookie = cookieOf(await door.post(verify, { token: await door.ownerLink() }));
  return asPerson(door, cookie);
}

/** Somebody of another role, signed in with Firefox. */
async function aMember(door: Door, role: "admin" | "agent", email: string) {
  const { internalAdapter } = await door.auth.$context;
  const user = await internalAdapter.createUser({ email, name: email, emailVerified: true }, { method: "magic-link" });
  await door.deps.accounts.addMember(door.shop.account, user.id, role);
  const link = await makeSignInLink(door.auth, user.id, origin, new Date(Date.now() + 60_000));
  const token = /#\/link\/(.+)$/.exec(link)?.[1] ?? "";
  const answer = await door.post(verify, { token }, { "user-agent": "Firefox" });
  return { id: user.id, ask: asPerson(door, cookieOf(answer)) };
}

test("403 and 404: an admin signs out members, but no owner, and nobody of another account", async () => {
  const door = await aDoor();
  const owner = await anOwner(door);
  const { ask: admin } = await aMember(door, "admin", "admin@example.com");
  const { id, ask: bob } = await aMember(door, "agent", "bob@example.com");
  const { people } = PeopleList.parse(await (await admin("GET", "/v1/people")).json());
  const ownerId = people.find(({ role }) => role === "owner")?.id ?? "";

  const refused = [
    await admin("DELETE", `/v1/people/${ownerId}/sessions`),
    await admin("DELETE", `/v1/people/${ownerId}/two-factor`),
    await admin("DELETE", "/v1/people/somebody-else/sessions"),
  ];
  expect((await admin("DELETE", `/v1/people/${id}/sessions`)).status).toBe(204);

  const codes = await Promise.all(refused.map(async (answer) => (await problemIn(answer))["code"]));
  expect(codes).toEqual(["role_not_yours", "role_not_yours", "person_unknown"]);
  expect((await bob("GET", "/v1/calls")).status).toBe(401);
  expect((await owner("GET", "/v1/calls")).status).toBe(200);
});

test("an owner takes a lost second factor away, unless it guards another account too", async () => {
  const door = await aDoor();
  const owner = await anOwner(door);
  const { id } = await aMember(door, "agent", "bob@example.com");
  const { internalAdapter } = await door.auth.$context;
  await internalAdapter.updateUser(id, { twoFactorEnabled: true });

  expect((await owner("DELETE", `/v1/people/${id}/two-factor`)).status).toBe(204);
  expect(await internalAdapter.findUserById(id)).toMatchObject({ twoFactorEnabled: false });
  await door.deps.accounts.addMember(await door.deps.accounts.createAccount("Clinic"), id, "agent");
  expect((await problemIn(await owner("DELETE", `/v1/people/${id}/two-factor`)))["code"]).toBe("person_shared");
});

test("one's own sessions are listed and ended, nobody else's", async () => {
  const door = await aDoor();
  const owner = await anOwner(door);
  const elsewhere = await anOwner(door);
  const { ask: bob } = await aMember(door, "agent", "bob@example.com");
  const list = async (ask: typeof owner) => SessionList.parse(await (await ask("GET", "/v1/sessions")).json()).sessions;
  const [theirs] = await list(bob);
  expect(theirs).toMatchObject({ device: "Firefox", isThis: true });

  expect((await owner("DELETE", `/v1/sessions/${theirs?.id}`)).status).toBe(404);
  expect((await bob("GET", "/v1/calls")).status).toBe(200);
  expect((await owner("DELETE", "/v1/sessions")).status).toBe(204);
  expect((await elsewhere("GET", "/v1/calls")).status).toBe(401);
  expect((await bob("DELETE", `/v1/sessions/${theirs?.id}`)).status).toBe(204);
  expect((await bob("GET", "/v1/calls")).status).toBe(401);
});

test("what the account wants of sign-ins is kept, and holds for new keys", async () => {
  const door = await aDoor();
  const owner = await anOwner(door);
  const { deps } = door;
  const wanted = { requiresTwoFactor: false, idleMinutes: 60, keyDays: 90 };
  const kept = SecurityShown.parse(await (await owner("PUT", "/v1/security", wanted)).json());
  const key = (days?: number) => ({
    name: "report",
    scopes: ["calls:read"],
    ...(days === undefined ? {} : { expiresAt: new Date(after(deps.now(), days * day)).toISOString() }),
  });

  expect(kept).toEqual({ wanted, isHealthcare: false, counts: wanted });
  expect((await problemIn(await owner("POST", "/v1/api-keys", key())))["code"]).toBe("key_lives_too_long");
  expect((await problemIn(await owner("POST", "/v1/api-keys", key(91))))["code"]).toBe("key_lives_too_long");
  expect((await owner("POST", "/v1/api-keys", key(90))).status).toBe(201);
  expect((await owner("PUT", "/v1/security", { ...wanted, idleMinutes: 1 })).status).toBe(422);
});
