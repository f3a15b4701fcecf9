import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeAuth } from "../auth/make-auth.ts";
import { findUserByEmail } from "./find-users.ts";
import { makeUser } from "./make-user.ts";

const ann = { email: "ann@example.com", name: "Ann", password: "correct horse battery staple" };
const anAuth = () =>
  makeAuth({
    database: undefined,
    publicUrl: "http://127.0.0.1:8787",
    secret: new Uint8Array(randomBytes(32)),
    checksLeaks: true,
  });

test.each([
  [true, "stands in lists of leaked passwords"],
  [undefined, "cannot be looked up among leaked ones just now"],
])("a password that is leaked: %s makes nobody", async (isLeaked, says) => {
  const auth = anAuth();

  const made = await makeUser(auth, ann, async () => isLeaked);

  expect(made).toEqual({ ok: false, reason: { code: "body_invalid", field: "password", says } });
  expect(await findUserByEmail(auth, ann.email)).toBeUndefined();
});

test("any other makes somebody who comes in by it, also where the library looks passwords up at its own doors", async () => {
  const auth = anAuth();

  expect(await makeUser(auth, ann, async () => false)).toMatchObject({ ok: true });

  const { email, password } = ann;
  expect((await auth.api.signInEmail({ body: { email, password } })).user.name).toBe("Ann");
});
