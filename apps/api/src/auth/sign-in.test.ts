import { SessionShown } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aDoor, cookieOf, email, origin, password, verify } from "../../testing/a-door.ts";
import { problemIn } from "../../testing/ask-as-key.ts";
import { hashToken } from "./make-auth.ts";

test("200: an owner link signs in once, with a cookie no script and no plain HTTP can read", async () => {
  const { post, ownerLink, app, shop } = await aDoor();
  const token = await ownerLink();

  const answer = await post(verify, { token });
  const again = await post(verify, { token });

  expect(answer.status).toBe(200);
  const [cookie = ""] = answer.headers.getSetCookie();
  for (const flag of ["__Secure-", "HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(flag);
  expect(again.status).toBe(401);
  expect(await problemIn(again)).toMatchObject({ code: "sign_in_refused" });
  const session = await app.request("/v1/session", { headers: { cookie: cookieOf(answer) } });
  expect(SessionShown.parse(await session.json())).toMatchObject({
    by: "person",
    name: email,
    role: "owner",
    account: { id: shop.account },
  });
});

test("401: an owner link after fifteen minutes", async () => {
  const { post, ownerLink, auth } = await aDoor();
  const token = await ownerLink();
  const { internalAdapter, adapter } = await auth.$context;
  expect(internalAdapter).toBeDefined();
  const [row] = await adapter.findMany<{ readonly id: string; readonly expiresAt: Date }>({ model: "verification" });
  expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  const where = [{ field: "id", value: row?.id ?? "" }];
  await adapter.update({ model: "verification", where, update: { expiresAt: new Date(Date.now() - 1) } });

  expect((await post(verify, { token })).status).toBe(401);
});

test("the database holds no token that signs anybody in", async () => {
  const { ownerLink, auth } = await aDoor();
  const token = await ownerLink();

  const { adapter } = await auth.$context;

  expect(JSON.stringify(await adapter.findMany({ model: "verification" }))).not.toContain(token);
});

test("200: e-mail and password sign in, a wrong password does not, and sign-out ends it", async () => {
  const { post, ownerLink, auth, app } = await aDoor();
  await ownerLink();
  const { internalAdapter, password: hasher } = await auth.$context;
  const person = await internalAdapter.findUserByEmail(email);
  const hash = await hasher.hash(password);
  const userId = person?.user.id ?? "";
  await internalAdapter.linkAccount({ userId, providerId: "credential", accountId: userId, password: hash });

  const wrong = await post("/api/auth/sign-in/email", { email, password: "wrong wrong wrong" });
  const right = await post("/api/auth/sign-in/email", { email, password });
  const cookie = cookieOf(right);

  expect(wrong.status).toBe(401);
  expect(await problemIn(wrong)).toMatchObject({ code: "sign_in_refused" });
  expect(right.status).toBe(200);
  expect((await app.request("/v1/calls", { headers: { cookie } })).status).toBe(200);
  expect((await post("/api/auth/sign-out", {}, { cookie })).status).toBe(200);
  expect((await app.request("/v1/calls", { headers: { cookie } })).status).toBe(401);
});

test("403: another site's page can neither sign in nor act for the signed-in person", async () => {
  const { post, ownerLink } = await aDoor();
  const cookie = cookieOf(await post(verify, { token: await ownerLink() }));
  const key = { name: "stolen", scopes: ["calls:read"] };
  const foreign = { origin: "https://evil.example" };

  const answers = [
    await post("/api/auth/sign-in/email", { email, password }, foreign),
    await post("/api/auth/sign-out", {}, { cookie, ...foreign }),
    await post("/v1/api-keys", key, { cookie, ...foreign }),
    await post("/v1/api-keys", key, { cookie, origin: "null" }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  for (const answer of answers) expect(await problemIn(answer)).toMatchObject({ code: "origin_foreign" });
  expect((await post("/v1/api-keys", key, { cookie })).status).toBe(201);
});

test("403: a person who belongs to no account", async () => {
  const { post, ownerLink, auth, app } = await aDoor();
  await ownerLink();
  const { internalAdapter } = await auth.$context;
  const stranger = await internalAdapter.createUser({ email: "b@example.com", name: "B" }, { method: "magic-link" });
  const { token } = await internalAdapter.createSession(stranger.id);
  const link = "a-token-for-the-stranger";
  const expiresAt = new Date(Date.now() + 60_000);
  await internalAdapter.createVerificationValue({
    identifier: `one-time-token:${hashToken(link)}`,
    value: token,
    expiresAt,
  });
  const cookie = cookieOf(await post(verify, { token: link }));

  const answer = await app.request("/v1/session", { headers: { cookie } });

  expect(answer.status).toBe(403);
  expect(await problemIn(answer)).toMatchObject({ code: "account_missing" });
});

test("404: doors of the auth library that nobody needs are shut", async () => {
  const { post, app } = await aDoor();

  expect((await post("/api/auth/sign-up/email", { email: "a@b.example", password, name: "A" })).status).toBe(404);
  expect((await app.request("/api/auth/one-time-token/generate")).status).toBe(404);
  expect((await post("/api/auth/update-user", { name: "B" })).status).toBe(404);
});

test("429: passwords cannot be tried one after the other", async () => {
  const { post, ownerLink } = await aDoor();
  await ownerLink();

  const statuses: number[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    statuses.push((await post("/api/auth/sign-in/email", { email, password: `guess number ${nth}` })).status);
  }

  expect(statuses.at(0)).toBe(401);
  expect(statuses.at(-1)).toBe(429);
});

test("401 and not 429: somebody else's attempts do not lock the owner out", async () => {
  const { ownerLink, app } = await aDoor();
  await ownerLink();
  const attempt = async (remoteAddress: string): Promise<number> => {
    const body = JSON.stringify({ email, password: "a wrong password" });
    const init = { method: "POST", body, headers: { "content-type": "application/json", origin } };
    const spoofed = { ...init.headers, "x-ringtrail-client": "198.51.100.1", "x-forwarded-for": "198.51.100.2" };
    const asked = { ...init, headers: spoofed };
    return (
      await app.request("/api/auth/sign-in/email", asked, { incoming: { headers: {}, socket: { remoteAddress } } })
    ).status;
  };

  const attacker: number[] = [];
  for (let nth = 0; nth < 5; nth += 1) attacker.push(await attempt("203.0.113.7"));

  expect(attacker.at(-1)).toBe(429);
  expect(await attempt("203.0.113.8")).toBe(401);
});

test("who comes in, how, who changes a password and who leaves is written down in the account's log", async () => {
  const { post, ownerLink, auth, deps, shop } = await aDoor();
  const answer = await post(verify, { token: await ownerLink() });
  const cookie = cookieOf(answer);
  const { user } = await (await post(verify, { token: await ownerLink() })).json();
  const context = await auth.$context;
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: "credential",
    accountId: user.id,
    password: await context.password.hash(password),
  });
  expect((await post("/api/auth/sign-in/email", { email, password: `${password}!` })).status).toBe(401);
  expect((await post("/api/auth/sign-in/email", { email, password })).status).toBe(200);
  const change = { currentPassword: password, newPassword: `${password}, changed` };
  expect((await post("/api/auth/change-password", change, { cookie })).status).toBe(200);
  await post("/api/auth/sign-out", {}, { cookie });

  const log = (await deps.accounts.auditLog(shop.account, 10)).toReversed();

  expect(log.map(({ actor, action, facts }) => [actor, action, facts])).toEqual([
    [`user:${user.id}`, "person.signed_in", { by: "link" }],
    [`user:${user.id}`, "person.signed_in", { by: "link" }],
    [`user:${user.id}`, "person.sign_in_refused", { by: "password" }],
    [`user:${user.id}`, "person.signed_in", { by: "password" }],
    [`user:${user.id}`, "person.password_changed", {}],
    [`user:${user.id}`, "person.signed_out", {}],
  ]);
});
