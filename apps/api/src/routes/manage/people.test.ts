import { AccountList, AccountShown, CreatedInvitation, PeopleList, SessionShown } from "@ringtrail/api-contract";
import { day } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aSignedInDesk, type AskAsPerson, type Desk } from "../../../testing/a-signed-in-desk.ts";

const password = "correct horse battery staple";

async function invited(ask: AskAsPerson, email: string, role: string): Promise<CreatedInvitation & { token: string }> {
  const made = CreatedInvitation.parse(await (await ask("/v1/invitations", { email, role })).json());
  return { ...made, token: /#\/join\/(.+)$/.exec(made.url ?? "")?.[1] ?? "" };
}

/** Somebody new who took an invitation of this role. */
async function aColleague(desk: Desk, email: string, role: string): Promise<AskAsPerson> {
  const { token } = await invited(desk.owner, email, role);
  const answer = await desk.nobody("/v1/invitation-answers", { token, name: "Bob", password });
  expect(answer.status).toBe(204);
  return desk.signIn(email, password);
}

const peopleOf = async (ask: AskAsPerson): Promise<PeopleList> =>
  PeopleList.parse(await (await ask("/v1/people")).json());
const idOf = async (ask: AskAsPerson, email: string): Promise<string> =>
  (await peopleOf(ask)).people.find((person) => person.email === email)?.id ?? "";
const codeOf = async (answer: Response): Promise<unknown> => (await problemIn(answer))["code"];

test("201 and 204: an invitation is mailed, read, answered once with a password, and its holder works in that role", async () => {
  const mails: { readonly to: string; readonly text: string }[] = [];
  const desk = await aSignedInDesk({
    sendMail: async (to, { text }) => {
      mails.push({ to, text });
      return { kind: "delivered", request: text, answer: "250" };
    },
  });
  const { owner, nobody, deps, shop } = desk;
  const { isMailed, url } = await invited(owner, "Bob@Example.com", "agent");
  // Who invites is not told the link that went by mail: with it they could come in as Bob.
  expect([isMailed, url, mails[0]?.to]).toEqual([true, undefined, "bob@example.com"]);
  const token = /#\/join\/([\w-]+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
  expect((await peopleOf(owner)).invitations.map(({ email, role }) => [email, role])).toEqual([
    ["bob@example.com", "agent"],
  ]);

  const seen = await (await nobody("/v1/invitation-looks", { token })).json();
  expect(seen).toMatchObject({ email: "bob@example.com", role: "agent", isKnown: false });
  const weak = await problemIn(await nobody("/v1/invitation-answers", { token, password: "short" }));
  expect(weak).toMatchObject({ code: "body_invalid", field: "password" });
  expect((await nobody("/v1/invitation-answers", { token, name: "Bob", password })).status).toBe(204);
  expect(await codeOf(await nobody("/v1/invitation-answers", { token, password }))).toBe("invitation_unknown");

  const bob = await desk.signIn("bob@example.com", password);
  expect(SessionShown.parse(await (await bob("/v1/session")).json()).role).toBe("agent");
  expect(await codeOf(await bob("/v1/people"))).toBe("scope_missing");
  const log = await deps.accounts.auditLog(shop.account, 20);
  expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(["person.invited", "person.joined"]));
  expect(JSON.stringify(log)).not.toContain(token);
});

test("404: an invitation that was withdrawn, replaced by a newer one, or is a week old", async () => {
  const { owner, nobody, clock } = await aSignedInDesk();
  const old = await invited(owner, "bob@example.com", "agent");
  const newer = await invited(owner, "bob@example.com", "analyst");
  expect(await codeOf(await nobody("/v1/invitation-looks", { token: old.token }))).toBe("invitation_unknown");
  clock.pass(7 * day);
  expect(await codeOf(await nobody("/v1/invitation-looks", { token: newer.token }))).toBe("invitation_unknown");
  const last = await invited(owner, "bob@example.com", "analyst");
  expect((await owner(`/v1/invitations/${last.id}`, undefined, "DELETE")).status).toBe(204);
  expect(await codeOf(await nobody("/v1/invitation-answers", { token: last.token, password }))).toBe(
    "invitation_unknown",
  );
  expect(await codeOf(await owner(`/v1/invitations/${last.id}`, undefined, "DELETE"))).toBe("invitation_unknown");
});

test("only owners make, change and take out owners, one always stays, and whoever is out is out at once", async () => {
  const desk = await aSignedInDesk();
  const { owner } = desk;
  const bob = await aColleague(desk, "bob@example.com", "admin");
  const [ownId, bobId] = [await idOf(owner, "owner@example.com"), await idOf(owner, "bob@example.com")];

  expect(await codeOf(await bob("/v1/invitations", { email: "c@example.com", role: "owner" }))).toBe("role_not_yours");
  expect(await codeOf(await bob(`/v1/people/${bobId}`, { role: "owner" }, "PUT"))).toBe("role_not_yours");
  expect(await codeOf(await bob(`/v1/people/${ownId}`, undefined, "DELETE"))).toBe("role_not_yours");
  expect(await codeOf(await owner(`/v1/people/${ownId}`, { role: "admin" }, "PUT"))).toBe("last_owner");
  expect(await codeOf(await owner("/v1/people/nobody", undefined, "DELETE"))).toBe("person_unknown");
  expect(await codeOf(await owner("/v1/invitations", { email: "bob@example.com", role: "agent" }))).toBe(
    "already_member",
  );

  expect((await owner(`/v1/people/${bobId}`, { role: "analyst" }, "PUT")).status).toBe(204);
  expect(await codeOf(await bob("/v1/people"))).toBe("scope_missing");
  expect((await owner(`/v1/people/${bobId}`, undefined, "DELETE")).status).toBe(204);
  expect(await codeOf(await bob("/v1/calls"))).toBe("account_missing");
});

test("an agency opens an account for a client, looks at it, and invites a colleague it shares with nobody else", async () => {
  const desk = await aSignedInDesk();
  const { owner, deps } = desk;
  const made = AccountShown.parse(await (await owner("/v1/accounts", { name: "Client Ltd" })).json());
  expect(await codeOf(await owner("/v1/accounts", { name: "Client Ltd" }))).toBe("account_name_taken");
  expect((await owner("/v1/active-account", { account: made.id }, "PUT")).status).toBe(204);
  expect(SessionShown.parse(await (await owner("/v1/session")).json()).account.name).toBe("Client Ltd");
  expect((await peopleOf(owner)).people.map(({ email }) => email)).toEqual(["owner@example.com"]);

  const { accounts } = AccountList.parse(await (await owner("/v1/accounts")).json());
  expect(accounts.map(({ name, isActive }) => [name === "Client Ltd", isActive])).toContainEqual([true, true]);
  expect(accounts).toHaveLength(2);
  const stranger = await deps.accounts.createAccount("Somebody else's");
  expect(await codeOf(await owner("/v1/active-account", { account: stranger }, "PUT"))).toBe("account_missing");
  const ask = await aKey(desk, ["people:write"]);
  expect(await codeOf(await ask("/v1/accounts", { body: { name: "By a key" } }))).toBe("person_needed");
});

test("401 and 403: somebody who signs in already joins as themselves, so whoever holds the link cannot come in as them", async () => {
  const desk = await aSignedInDesk();
  const { owner, nobody } = desk;
  const bob = await aColleague(desk, "bob@example.com", "agent");
  const made = AccountShown.parse(await (await owner("/v1/accounts", { name: "Second" })).json());
  await owner("/v1/active-account", { account: made.id }, "PUT");
  const { token } = await invited(owner, "bob@example.com", "analyst");

  const body = { token, password: "a password of my own choice" };
  expect(await codeOf(await nobody("/v1/invitation-answers", body))).toBe("not_signed_in");
  expect(await codeOf(await owner("/v1/invitation-answers", body))).toBe("invitation_for_another");
  expect((await bob("/v1/invitation-answers", { token })).status).toBe(204);
  expect(SessionShown.parse(await (await bob("/v1/session")).json())).toMatchObject({
    account: { name: "Second" },
    role: "analyst",
  });
  await expect(desk.signIn("bob@example.com", body.password)).rejects.toThrow("nobody came in: 401");
});
